import CKernels

extension Tensor {
  /// A matrix product for each item of a batch: `[batch, rows, inner]` and
  /// `[batch, inner, columns]` give `[batch, rows, columns]`, as PyTorch's `bmm`.
  ///
  /// - Parameters:
  ///   - transposeLeft: takes the left operand, `[batch, inner, rows]`, as if each item were
  ///     transposed.
  ///   - transposeRight: takes the right operand, `[batch, columns, inner]`, likewise.
  public func batchedMatmul(
    _ right: Tensor, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Tensor {
    guard rank == 3, right.rank == 3, shape[0] == right.shape[0] else {
      stop(
        "batchedMatmul",
        "needs [batch, rows, inner] and [batch, inner, columns], got \(shape) and \(right.shape)")
    }
    let (rows, inner) = transposeLeft ? (shape[2], shape[1]) : (shape[1], shape[2])
    let (rightInner, columns) =
      transposeRight ? (right.shape[2], right.shape[1]) : (right.shape[1], right.shape[2])
    if inner != rightInner {
      let marks = (transposeLeft ? "ᵀ" : "", transposeRight ? "ᵀ" : "")
      stop(
        "batchedMatmul", "inner dimensions differ: \(shape)\(marks.0) × \(right.shape)\(marks.1)")
    }
    let left = (row: transposeLeft ? 1 : inner, inner: transposeLeft ? rows : 1)
    let other = (inner: transposeRight ? 1 : columns, column: transposeRight ? inner : 1)
    return Tensor(shape: [shape[0], rows, columns], from: self, right) { a, b, result in
      for item in 0..<shape[0] {
        lectern_matmul(
          a + item * rows * inner, left.row, left.inner, b + item * inner * columns, other.inner,
          other.column, nil, result + item * rows * columns, rows, columns, inner)
      }
    }
  }
}
