import CKernels

extension Tensor {
  /// The Euclidean norm of all elements, √(Σ x²), of shape `[]`.
  public func norm() -> Tensor { (self * self).sum().sqrt() }

  /// The Euclidean norms along an axis: of `[rows, width]` along axis 1, `[rows]`; see
  /// ``sum(axis:keepDimension:)``.
  public func norm(axis: Int, keepDimension: Bool = false) -> Tensor {
    let axis = resolve(axis, "norm")
    return (self * self).sum(axis: axis, keepDimension: keepDimension).sqrt()
  }

  /// How alike the directions of rows are: the cosine of the angle between each row of this
  /// matrix, `[rows, width]`, and each row of `others`, `[others, width]`, from −1 to 1, of shape
  /// `[rows, others]`. A single row may come as `[width]` and takes no axis in the result.
  ///
  /// a · b / (max(‖a‖, ε) max(‖b‖, ε)) with ε = 1e-8 as in PyTorch, so a row of zeros has 0.
  public func cosineSimilarity(to others: Tensor) -> Tensor {
    guard (1...2).contains(rank), (1...2).contains(others.rank), shape.last == others.shape.last
    else { stop("cosineSimilarity", "rows do not fit: \(shape) and \(others.shape)") }
    let cosines = directions.matmul(others.directions, transposeRight: true)
    // Rounding may leave the range of a cosine.
    return cosines.clip(-1...1).reshape(Array(shape.dropLast()) + others.shape.dropLast())
  }

  /// The rows, at least one, with length 1.
  private var directions: Tensor {
    let rows = reshape([-1, shape[rank - 1]])
    let lengths = rows.norm(axis: 1, keepDimension: true)
    return rows / .maximum(lengths, Tensor(1e-8))
  }
}
