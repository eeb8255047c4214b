/// The directions in which rows of numbers vary most, and how much.
///
/// Component i is the unit vector along which the rows, less their mean, have the largest
/// variance among those orthogonal to the components before it. Where no variance is left, it is
/// some unit vector orthogonal to these. (Pearson 1901; what scikit-learn's `PCA` computes, with
/// the sign fixed.)
public struct PrincipalComponents: Sendable {
  /// The mean of the rows, of shape `[width]`.
  public let mean: Tensor
  /// A component in each row, the element of largest magnitude positive. Shape `[count, width]`.
  public let components: Tensor
  /// The variance of the rows along each component, divided by rows − 1. Shape `[count]`.
  public let explainedVariance: Tensor
  /// The same as a share of the variance in all directions. Shape `[count]`.
  public let explainedVarianceRatio: Tensor

  /// The coordinates of rows along the components: `[rows, width]` gives `[rows, count]`.
  public func project(_ rows: Tensor) -> Tensor {
    (rows - mean).matmul(components, transposeRight: true)
  }
}

extension Tensor {
  /// The first `count` principal components of the rows of a matrix `[rows, width]`, computed in
  /// double precision. There must be two rows or more, and at most min(rows, width) components.
  ///
  /// ```swift
  /// let found = movieFactors.principalComponents(count: 2)
  /// let coordinates = found.project(movieFactors)  // [movies, 2]
  /// ```
  public func principalComponents(count: Int) -> PrincipalComponents {
    let operation = "principalComponents(count: \(count))"
    var matrix = DoubleMatrix(self, operation)
    if matrix.rows < 2 { stop(operation, "needs two rows or more, the shape is \(shape)") }
    if count < 1 || count > Swift.min(matrix.rows, matrix.columns) {
      stop(operation, "the shape \(shape) has 1 to \(Swift.min(matrix.rows, matrix.columns))")
    }
    let mean = matrix.centerColumns()
    let (values, vectors) = matrix.covarianceEigen()
    let order = Array(values.indices.descending { values[$0] }.prefix(count))
    let total = values.reduce(0, +)
    let signs = vectors.signs
    return PrincipalComponents(
      mean: Tensor(mean.map { Float($0) }),
      components: vectors.tensor(columns: order, factors: order.map { signs[$0] }).transposed,
      explainedVariance: Tensor(order.map { Float(values[$0]) }),
      explainedVarianceRatio: Tensor(order.map { total == 0 ? 0 : Float(values[$0] / total) }))
  }
}

extension DoubleMatrix {
  /// Subtracts from each column its mean; returns the means.
  fileprivate mutating func centerColumns() -> [Double] {
    (0..<columns).map { column in
      let range = column * rows..<(column + 1) * rows
      let mean = scalars[range].reduce(0, +) / Double(rows)
      for index in range { scalars[index] -= mean }
      return mean
    }
  }

  /// Variances, and directions in columns, of rows whose mean is 0.
  fileprivate func covarianceEigen() -> (values: [Double], vectors: DoubleMatrix) {
    let degrees = Double(rows - 1)
    if columns > rows {
      // Few rows: their own space is smaller than that of all directions.
      var turned = transposed
      _ = turned.orthogonalizeColumns()
      let found = (0..<rows).map { turned.product($0, $0) }
      let negligible = (found.max() ?? 0) * 0x1p-90
      let squares = found.map { $0 > negligible ? $0 : 0 }
      turned.makeOrthonormal(lengths: squares.map { $0.squareRoot() })
      return (squares.map { $0 / degrees }, turned)
    }
    var covariance = DoubleMatrix(rows: columns, columns: columns)
    for left in 0..<columns {
      for right in 0...left {
        covariance[left, right] = product(left, right) / degrees
        covariance[right, left] = covariance[left, right]
      }
    }
    let vectors = covariance.diagonalize()
    return ((0..<columns).map { Swift.max(0, covariance[$0, $0]) }, vectors)
  }
}
