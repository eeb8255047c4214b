import CKernels

// Every sum has one order, fixed by the shape alone; see the reductions of CKernels.
extension Tensor {
  /// The sum of all elements, of shape `[]`.
  public func sum() -> Tensor { reduceAll(LECTERN_SUM) }

  /// The sum along an axis: of `[rows, columns]` along axis 0, `[columns]`.
  ///
  /// - Parameters:
  ///   - axis: counted from 0; -1 is the last.
  ///   - keepDimension: keeps the axis, with length 1, so that the result broadcasts.
  public func sum(axis: Int, keepDimension: Bool = false) -> Tensor {
    reduce(LECTERN_SUM, "sum", axis, keepDimension)
  }

  /// The mean of all elements, of shape `[]`; NaN when there are none.
  public func mean() -> Tensor { sum() / Float(count) }

  /// The mean along an axis; see ``sum(axis:keepDimension:)``.
  public func mean(axis: Int, keepDimension: Bool = false) -> Tensor {
    let axis = resolve(axis, "mean")
    return sum(axis: axis, keepDimension: keepDimension) / Float(shape[axis])
  }

  /// The largest element, of shape `[]`; NaN if there is one.
  public func max() -> Tensor { reduceAll(LECTERN_LARGEST, "max") }

  /// The largest elements along an axis; see ``sum(axis:keepDimension:)``.
  public func max(axis: Int, keepDimension: Bool = false) -> Tensor {
    reduce(LECTERN_LARGEST, "max", axis, keepDimension)
  }

  /// The smallest element, of shape `[]`; NaN if there is one.
  public func min() -> Tensor { reduceAll(LECTERN_SMALLEST, "min") }

  /// The smallest elements along an axis; see ``sum(axis:keepDimension:)``.
  public func min(axis: Int, keepDimension: Bool = false) -> Tensor {
    reduce(LECTERN_SMALLEST, "min", axis, keepDimension)
  }

  /// Where along the axis the largest element is; the first of several.
  public func argmax(axis: Int) -> Indices {
    let axis = resolve(axis, "argmax")
    let view = AxisView(shape, axis)
    if view.length == 0 { stop("argmax", "axis \(axis) of the shape \(shape) is empty") }
    let values = [Int32](unsafeUninitializedCapacity: view.outer * view.inner) { buffer, written in
      written = view.outer * view.inner
      guard let memory = buffer.baseAddress, written > 0 else { return }
      withUnsafeScalars {
        lectern_index_of_largest($0.baseAddress, memory, view.outer, view.length, view.inner)
      }
    }
    return Indices(shape: view.shape(ofLength: nil), values: values)
  }

  /// Sums over the axes that repeated when `shape` was broadcast to this tensor's.
  func sum(to shape: [Int]) -> Tensor {
    if shape == self.shape { return self }
    if Tensor.count(of: shape) == 1 { return sum().reshape(shape) }
    var result = self
    while result.rank > shape.count { result = result.sum(axis: 0) }
    for (axis, length) in shape.enumerated() where length == 1 && result.shape[axis] != 1 {
      result = result.sum(axis: axis, keepDimension: true)
    }
    return result
  }

  /// The axis counted from 0.
  func resolve(_ axis: Int, _ operation: String) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    if resolved < 0 || resolved >= rank {
      stop(operation, "the shape \(shape) has no axis \(axis)")
    }
    return resolved
  }

  private func reduceAll(_ reduction: lectern_reduction, _ name: String? = nil) -> Tensor {
    if count == 0, let name { stop(name, "there is no element; the shape is \(shape)") }
    return Tensor(shape: [], from: self) { lectern_reduce(reduction, $0, $1, 1, count, 1) }
  }

  private func reduce(
    _ reduction: lectern_reduction, _ name: String, _ axis: Int, _ keepDimension: Bool
  ) -> Tensor {
    let axis = resolve(axis, name)
    let view = AxisView(shape, axis)
    if view.length == 0 && reduction != LECTERN_SUM {
      stop(name, "axis \(axis) of the shape \(shape) is empty")
    }
    return Tensor(shape: view.shape(ofLength: keepDimension ? 1 : nil), from: self) {
      scalars, memory in
      lectern_reduce(reduction, scalars, memory, view.outer, view.length, view.inner)
    }
  }
}

/// A shape seen from one of its axes: `[outer, length, inner]`.
struct AxisView {
  let before: [Int], after: [Int]
  let length: Int
  let outer: Int, inner: Int

  init(_ shape: [Int], _ axis: Int) {
    before = Array(shape[..<axis])
    after = Array(shape[(axis + 1)...])
    length = shape[axis]
    outer = Tensor.count(of: before)
    inner = Tensor.count(of: after)
  }

  /// The shape with another length of the axis, or without it.
  func shape(ofLength length: Int?) -> [Int] {
    before + (length.map { [$0] } ?? []) + after
  }
}
