import CKernels

extension Tensor {
  /// The Euclidean norm of all elements, √(Σ x²), of shape `[]`. The squares are summed in double
  /// precision, in which they neither overflow nor vanish.
  public func norm() -> Tensor { Tensor(Float(squaredNorm.squareRoot())) }

  /// The Euclidean norms along an axis: of `[rows, width]` along axis 1, `[rows]`; see
  /// ``sum(axis:keepDimension:)``. Squares that would overflow or vanish are scaled before.
  public func norm(axis: Int, keepDimension: Bool = false) -> Tensor {
    let axis = resolve(axis, "norm")
    if shape[axis] == 0 || hasOrdinarySquares {
      return (self * self).sum(axis: axis, keepDimension: keepDimension).sqrt()
    }
    let scales = scales(alongAxis: axis)
    let scaled = self * scales.down
    let norms = (scaled * scaled).sum(axis: axis, keepDimension: true).sqrt() * scales.up
    var kept = norms.shape
    if !keepDimension { kept.remove(at: axis) }
    return norms.reshape(kept)
  }

  /// Whether each square is 0 or far from the ends of single precision.
  private var hasOrdinarySquares: Bool {
    if !(largestMagnitude < 0x1p40) { return false }
    return withUnsafeScalars { scalars in
      scalars.allSatisfy { $0 == 0 || $0.magnitude > 0x1p-40 }
    }
  }

  /// Powers of two, with which a product is exact, that bring the largest element along an axis
  /// to the order of 1, and back. 1 where it is 0, infinite or not a number.
  private func scales(alongAxis axis: Int) -> (down: Tensor, up: Tensor) {
    let largest = abs().max(axis: axis, keepDimension: true)
    let exponents = largest.scalars.map { magnitude in
      magnitude.isFinite && magnitude > 0
        ? Swift.min(Swift.max(Int(magnitude.exponent), -120), 120) : 0
    }
    func powers(_ sign: Int) -> Tensor {
      Tensor(
        shape: largest.shape,
        scalars: exponents.map { Float(sign: .plus, exponent: sign * $0, significand: 1) })
    }
    return (powers(-1), powers(1))
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
