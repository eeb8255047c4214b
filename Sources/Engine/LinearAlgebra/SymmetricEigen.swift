/// Eigenvalues and eigenvectors of a symmetric matrix: A = V diag(λ) Vᵀ.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues λ, largest first, of shape `[size]`.
  public let values: Tensor
  /// An eigenvector in each column, of length 1, in the order of the values; the element of
  /// largest magnitude is positive. Shape `[size, size]`.
  public let vectors: Tensor
}

extension Tensor {
  /// The eigenvalues and eigenvectors of a symmetric matrix `[size, size]`, by Jacobi's method
  /// in double precision: exact to the last digits, and the time grows with the third power of
  /// the size (200 take a moment, 1000 a minute).
  ///
  /// Differences between `[i, j]` and `[j, i]` that rounding explains are averaged; larger ones
  /// stop the program. PyTorch's `linalg.eigh` puts the smallest value first and leaves the
  /// signs open.
  public func symmetricEigen() -> SymmetricEigen {
    var matrix = symmetricMatrix("symmetricEigen")
    let vectors = matrix.diagonalize()
    let values = (0..<matrix.rows).map { matrix[$0, $0] }
    let order = values.indices.descending { values[$0] }
    let signs = vectors.signs
    return SymmetricEigen(
      values: Tensor(order.map { Float(values[$0]) }),
      vectors: vectors.tensor(columns: order, factors: order.map { signs[$0] }))
  }

  private func symmetricMatrix(_ operation: String) -> DoubleMatrix {
    var matrix = DoubleMatrix(self, operation)
    if matrix.rows != matrix.columns { stop(operation, "the shape \(shape) is not square") }
    let largest = matrix.scalars.reduce(0) { Swift.max($0, $1.magnitude) }
    for row in 0..<matrix.rows {
      for column in 0..<row {
        let (lower, upper) = (matrix[row, column], matrix[column, row])
        if (lower - upper).magnitude > 1e-4 * largest {
          stop(
            operation,
            "the matrix of shape \(shape) is not symmetric: [\(row), \(column)] is "
              + "\(Float(lower)), [\(column), \(row)] is \(Float(upper))")
        }
        matrix[row, column] = (lower + upper) / 2
        matrix[column, row] = matrix[row, column]
      }
    }
    return matrix
  }
}

extension DoubleMatrix {
  /// Makes a symmetric matrix diagonal and returns the eigenvectors in columns.
  mutating func diagonalize() -> DoubleMatrix {
    var vectors = DoubleMatrix.identity(rows)
    let norm = scalars.reduce(0) { $0 + $1 * $1 }.squareRoot()
    JacobiSweeps.run(rows) { first, second in
      let mixed = self[first, second]
      if mixed.magnitude <= 0x1p-54 * norm { return false }
      let rotation = JacobiRotation(
        first: self[first, first], mixed: mixed, second: self[second, second])
      rotation.turnColumns(first, second, of: &self)
      rotation.turnRows(first, second, of: &self)
      rotation.turnColumns(first, second, of: &vectors)
      self[first, second] = 0
      self[second, first] = 0
      return true
    }
    return vectors
  }
}

extension Range<Int> {
  /// The numbers of the range, those with the largest key first, equal ones in order.
  func descending(by key: (Int) -> Double) -> [Int] {
    sorted { (key($0), $1) > (key($1), $0) }
  }
}
