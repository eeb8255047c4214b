import CKernels

// MARK: - Operators, which broadcast

extension Tensor {
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_ADD, "+", left, right)
  }
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_SUBTRACT, "-", left, right)
  }
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_MULTIPLY, "*", left, right)
  }
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_DIVIDE, "/", left, right)
  }

  public static func + (left: Tensor, right: Float) -> Tensor { left + Tensor(right) }
  public static func - (left: Tensor, right: Float) -> Tensor { left - Tensor(right) }
  public static func * (left: Tensor, right: Float) -> Tensor { left * Tensor(right) }
  public static func / (left: Tensor, right: Float) -> Tensor { left / Tensor(right) }
  public static func + (left: Float, right: Tensor) -> Tensor { Tensor(left) + right }
  public static func - (left: Float, right: Tensor) -> Tensor { Tensor(left) - right }
  public static func * (left: Float, right: Tensor) -> Tensor { Tensor(left) * right }
  public static func / (left: Float, right: Tensor) -> Tensor { Tensor(left) / right }

  public static func += (left: inout Tensor, right: Tensor) {
    if left.shape == right.shape { left.accumulate(right) } else { left = left + right }
  }
  public static func -= (left: inout Tensor, right: Tensor) { left = left - right }
  public static func *= (left: inout Tensor, right: Tensor) { left = left * right }
  public static func /= (left: inout Tensor, right: Tensor) { left = left / right }
  public static func += (left: inout Tensor, right: Float) { left = left + right }
  public static func -= (left: inout Tensor, right: Float) { left = left - right }
  public static func *= (left: inout Tensor, right: Float) { left = left * right }
  public static func /= (left: inout Tensor, right: Float) { left = left / right }

  public static prefix func - (tensor: Tensor) -> Tensor { tensor.map(LECTERN_NEGATE) }
}

// MARK: - Comparisons, which broadcast

extension Tensor {
  /// The smaller of two elements; NaN if either is.
  public static func minimum(_ left: Tensor, _ right: Tensor) -> Tensor {
    combine(LECTERN_SMALLER, "minimum", left, right)
  }

  /// The larger of two elements; NaN if either is.
  public static func maximum(_ left: Tensor, _ right: Tensor) -> Tensor {
    combine(LECTERN_LARGER, "maximum", left, right)
  }

  /// 1 where the left element is less than the right, 0 elsewhere. Likewise the others.
  public static func .< (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_LESS, ".<", left, right)
  }
  public static func .<= (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_LESS_OR_EQUAL, ".<=", left, right)
  }
  public static func .> (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_LESS, ".>", right, left)
  }
  public static func .>= (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_LESS_OR_EQUAL, ".>=", right, left)
  }
  public static func .== (left: Tensor, right: Tensor) -> Tensor {
    combine(LECTERN_EQUAL, ".==", left, right)
  }
  public static func .!= (left: Tensor, right: Tensor) -> Tensor { 1 - (left .== right) }

  public static func .< (left: Tensor, right: Float) -> Tensor { left .< Tensor(right) }
  public static func .<= (left: Tensor, right: Float) -> Tensor { left .<= Tensor(right) }
  public static func .> (left: Tensor, right: Float) -> Tensor { left .> Tensor(right) }
  public static func .>= (left: Tensor, right: Float) -> Tensor { left .>= Tensor(right) }
  public static func .== (left: Tensor, right: Float) -> Tensor { left .== Tensor(right) }
  public static func .!= (left: Tensor, right: Float) -> Tensor { left .!= Tensor(right) }
  public static func .< (left: Float, right: Tensor) -> Tensor { Tensor(left) .< right }
  public static func .<= (left: Float, right: Tensor) -> Tensor { Tensor(left) .<= right }
  public static func .> (left: Float, right: Tensor) -> Tensor { Tensor(left) .> right }
  public static func .>= (left: Float, right: Tensor) -> Tensor { Tensor(left) .>= right }
  public static func .== (left: Float, right: Tensor) -> Tensor { Tensor(left) .== right }
  public static func .!= (left: Float, right: Tensor) -> Tensor { Tensor(left) .!= right }

  /// `yes` where the mask is not 0, `no` elsewhere. All three broadcast.
  public static func `where`(_ mask: Tensor, _ yes: Tensor, _ no: Tensor) -> Tensor {
    guard let both = Broadcasting.shape(yes.shape, no.shape),
      let shape = Broadcasting.shape(mask.shape, both)
    else { stop("where", "shapes do not fit: \(mask.shape), \(yes.shape) and \(no.shape)") }
    let (mask, yes, no) = (
      mask.broadcast(to: shape), yes.broadcast(to: shape), no.broadcast(to: shape)
    )
    return Tensor(shape: shape, from: yes, no) { yes, no, memory in
      mask.withUnsafeScalars { lectern_choose($0.baseAddress, yes, no, memory, $0.count) }
    }
  }
}

// MARK: - What they rest on

extension Tensor {
  private static func combine(
    _ operation: lectern_binary_operation, _ name: String, _ left: Tensor, _ right: Tensor
  ) -> Tensor {
    guard let shape = Broadcasting.shape(left.shape, right.shape) else {
      stop(name, "shapes do not fit: \(left.shape) and \(right.shape)")
    }
    // Without axes that repeat, the memory is one long row.
    if left.shape == right.shape {
      var (count, step) = (left.count, 1)
      return Tensor(shape: shape, from: left, right) { left, right, memory in
        _ = lectern_binary(operation, 1, &count, left, &step, right, &step, memory)
      }
    }
    let leftStrides = Broadcasting.strides(left.shape, in: shape)
    let rightStrides = Broadcasting.strides(right.shape, in: shape)
    return Tensor(shape: shape, from: left, right) { leftScalars, rightScalars, memory in
      let done = lectern_binary(
        operation, shape.count, shape, leftScalars, leftStrides, rightScalars, rightStrides, memory)
      if done == 0 { stop(name, "too many axes: \(left.shape) and \(right.shape)") }
    }
  }

  mutating func accumulate(_ other: Tensor) {
    let count = count
    withUnsafeMutableScalars { scalars in
      other.withUnsafeScalars { lectern_accumulate(scalars.baseAddress, $0.baseAddress, count) }
    }
  }

  /// Repeats axes of length 1, and adds axes in front, until the tensor has `shape`.
  public func broadcast(to shape: [Int]) -> Tensor {
    if shape == self.shape { return self }
    if Broadcasting.shape(self.shape, shape) != shape {
      stop("broadcast", "\(self.shape) does not fit \(shape)")
    }
    return Tensor(shape: shape, from: self) { scalars, memory in
      lectern_copy_strided(
        shape.count, shape, scalars, Broadcasting.strides(self.shape, in: shape), memory)
    }
  }
}
