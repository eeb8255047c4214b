extension Tensor {
  /// The element of a row of numbers.
  public subscript(index: Int) -> Float {
    checkRank(1, "subscript [\(index)]")
    checkIndex(index, axis: 0)
    return storage.elements[index]
  }

  /// One element of a matrix.
  public subscript(row: Int, column: Int) -> Float {
    checkRank(2, "subscript [\(row), \(column)]")
    checkIndex(row, axis: 0)
    checkIndex(column, axis: 1)
    return storage.elements[row * shape[1] + column]
  }

  /// The part of the first axis at `row`: of `[rows, columns]`, a row of shape `[columns]`.
  public subscript(row row: Int) -> Tensor {
    rows(row..<row + 1).reshape(Array(shape.dropFirst()))
  }

  /// The part of the first axis in `range`, of shape `[range.count, …]`.
  public func rows(_ range: Range<Int>) -> Tensor {
    slice(axis: 0, range)
  }

  private func checkRank(_ expected: Int, _ operation: String) {
    if rank != expected { stop(operation, "does not fit the shape \(shape)") }
  }

  private func checkIndex(_ index: Int, axis: Int) {
    if index < 0 || index >= shape[axis] {
      stop("subscript", "index \(index) is out of range for axis \(axis) of the shape \(shape)")
    }
  }
}
