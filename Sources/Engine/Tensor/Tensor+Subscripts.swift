extension Tensor {
  /// The element of a row of numbers.
  public subscript(index: Int) -> Float {
    get {
      checkRank(1, "subscript [\(index)]")
      checkIndex(index, axis: 0)
      return storage.elements[index]
    }
    set {
      checkRank(1, "subscript [\(index)]")
      checkIndex(index, axis: 0)
      withUnsafeMutableScalars { $0[index] = newValue }
    }
  }

  /// One element of a matrix.
  public subscript(row: Int, column: Int) -> Float {
    get {
      storage.elements[position(row, column)]
    }
    set {
      let position = position(row, column)
      withUnsafeMutableScalars { $0[position] = newValue }
    }
  }

  /// One element of a tensor of any rank, by an index for each axis.
  public subscript(indices: Int...) -> Float {
    get { storage.elements[position(of: indices)] }
    set {
      let position = position(of: indices)
      withUnsafeMutableScalars { $0[position] = newValue }
    }
  }

  /// The part that numbers and ranges choose, one for each axis from the first on; an axis with a
  /// number goes, axes without an index are taken whole.
  ///
  /// ```swift
  /// matrix[0..<2]        // the first two rows
  /// matrix[0..., 1]      // the second column, of shape [rows]
  /// matrix[0, 1..<3] = Tensor([7, 8])
  /// ```
  ///
  /// What is assigned broadcasts to the part's shape.
  // Numbers alone name an element: without the attribute, `x[0, 1] += 2` could mean either.
  @_disfavoredOverload
  public subscript(indices: any TensorIndex...) -> Tensor {
    get { part(TensorRegion(indices, in: shape)) }
    set { setPart(TensorRegion(indices, in: shape), to: newValue) }
  }

  /// The part of the first axis at `row`: of `[rows, columns]`, a row of shape `[columns]`.
  public subscript(row row: Int) -> Tensor {
    get {
      rows(row..<row + 1).reshape(Array(shape.dropFirst()))
    }
    set { self[row] = newValue }
  }

  /// The part of the first axis in `range`, of shape `[range.count, …]`.
  public func rows(_ range: Range<Int>) -> Tensor {
    slice(axis: 0, range)
  }

  func part(_ region: TensorRegion) -> Tensor {
    Tensor(shape: region.shape, from: self) { scalars, memory in
      region.forEachRow { whole, part, length in
        (memory + part).initialize(from: scalars + whole, count: length)
      }
    }
  }

  mutating func setPart(_ region: TensorRegion, to tensor: Tensor) {
    guard Broadcasting.shape(tensor.shape, region.shape) == region.shape else {
      stop("subscript", "\(tensor.shape) does not fit the part of shape \(region.shape)")
    }
    let tensor = tensor.broadcast(to: region.shape)
    withUnsafeMutableScalars { scalars in
      tensor.withUnsafeScalars { new in
        region.forEachRow { whole, part, length in
          for index in 0..<length { scalars[whole + index] = new[part + index] }
        }
      }
    }
  }

  private func position(_ row: Int, _ column: Int) -> Int {
    checkRank(2, "subscript [\(row), \(column)]")
    checkIndex(row, axis: 0)
    checkIndex(column, axis: 1)
    return row * shape[1] + column
  }

  private func position(of indices: [Int]) -> Int {
    checkRank(indices.count, "subscript \(indices)")
    var position = 0
    for (axis, index) in indices.enumerated() {
      checkIndex(index, axis: axis)
      position = position * shape[axis] + index
    }
    return position
  }

  private func checkRank(_ expected: Int, _ operation: @autoclosure () -> String) {
    if rank != expected {
      stop(
        operation(),
        "does not fit the shape \(shape); for a part of it give a range, [0..<1], or [row: 0]")
    }
  }

  private func checkIndex(_ index: Int, axis: Int) {
    if index < 0 || index >= shape[axis] {
      stop("subscript", "index \(index) is out of range for axis \(axis) of the shape \(shape)")
    }
  }
}
