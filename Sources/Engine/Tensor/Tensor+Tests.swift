// What elements are like: 1 where it is so, 0 elsewhere.
extension Tensor {
  /// 1 where the element is not a number, 0 elsewhere.
  public var isNaN: Tensor { self .!= self }

  /// 1 where the element is neither infinite nor NaN, 0 elsewhere.
  public var isFinite: Tensor { (self * Float(0)) .== Tensor(0) }

  /// Whether any element is not 0. NaN is not 0.
  public func any() -> Bool { withUnsafeScalars { $0.contains { $0 != 0 } } }

  /// Whether no element is 0; true when there are none.
  public func all() -> Bool { withUnsafeScalars { !$0.contains(0) } }

  /// 1 where any element along the axis is not 0.
  public func any(axis: Int) -> Tensor {
    mapLines(axis: resolve(axis, "any"), length: nil) { from, to in
      to[0] = (0..<from.count).contains { from[$0] != 0 } ? 1 : 0
    }
  }

  /// 1 where no element along the axis is 0.
  public func all(axis: Int) -> Tensor {
    mapLines(axis: resolve(axis, "all"), length: nil) { from, to in
      to[0] = (0..<from.count).contains { from[$0] == 0 } ? 0 : 1
    }
  }

  /// Whether the shapes are equal and all elements close: |a − b| ≤ absolute + relative · |b|, as
  /// in PyTorch and NumPy. Infinities are close to themselves, NaN to nothing.
  public func isClose(
    to other: Tensor, relative: Float = 1e-5, absolute: Float = 1e-8
  ) -> Bool {
    if !(relative >= 0 && absolute >= 0) {
      stop("isClose", "the tolerances must be 0 or more; they are \(relative) and \(absolute)")
    }
    if shape != other.shape { return false }
    return withUnsafeScalars { left in
      other.withUnsafeScalars { right in
        zip(left, right).allSatisfy { a, b in
          a == b || (a - b).magnitude <= absolute + relative * b.magnitude && b.isFinite
        }
      }
    }
  }

  /// The elements where the mask is not 0, in order, of shape `[count]`. PyTorch: `masked_select`.
  public func elements(where mask: Tensor) -> Tensor {
    if mask.shape != shape {
      stop("elements(where:)", "the mask has shape \(mask.shape), the tensor \(shape)")
    }
    return Tensor(zip(scalars, mask.scalars).filter { $0.1 != 0 }.map(\.0))
  }

  /// Where the elements that are not 0 are: an index for each axis, `[count, rank]`, as PyTorch's
  /// `nonzero`.
  public func nonzero() -> Indices {
    var found: [Int32] = []
    for (position, element) in scalars.enumerated() where element != 0 {
      var rest = position
      var place = [Int32](repeating: 0, count: rank)
      for axis in (0..<rank).reversed() {
        place[axis] = Int32(rest % shape[axis])
        rest /= shape[axis]
      }
      found += place
    }
    let count = rank == 0 ? (scalars[0] == 0 ? 0 : 1) : found.count / rank
    return Indices(shape: [count, rank], values: found)
  }
}
