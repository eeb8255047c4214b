/// The thin singular value decomposition A = U diag(σ) Vᵀ of a matrix `[rows, columns]`, with
/// k = min(rows, columns). All vectors have length 1 and are orthogonal to each other, also where
/// σ is 0 and they are not determined otherwise.
public struct SingularValues: Sendable {
  /// U: a left singular vector in each column. Shape `[rows, k]`.
  public let left: Tensor
  /// The singular values σ, largest first, of shape `[k]`; those that are 0 but for rounding are 0.
  public let values: Tensor
  /// V, not transposed: a right singular vector in each column. Shape `[columns, k]`.
  public let right: Tensor
}

extension Tensor {
  /// The thin singular value decomposition of a matrix, by one-sided Jacobi rotations (Hestenes
  /// 1958) in double precision. The time grows with max(rows, columns) · min(rows, columns)².
  ///
  /// In each right singular vector the element of largest magnitude is positive; PyTorch's
  /// `linalg.svd` and NumPy's leave the signs open, and return Vᵀ.
  public func singularValueDecomposition() -> SingularValues {
    let matrix = DoubleMatrix(self, "singularValueDecomposition")
    let isWide = matrix.columns > matrix.rows
    var tall = isWide ? matrix.transposed : matrix
    // Now tall = (tall as turned) · turnsᵀ, with orthogonal columns on the left.
    let turns = tall.orthogonalizeColumns()
    let lengths = (0..<tall.columns).map { tall.product($0, $0).squareRoot() }
    let order = lengths.indices.descending { lengths[$0] }
    let negligible = (lengths.max() ?? 0) * Double(tall.rows) * 0x1p-52
    let values = order.map { lengths[$0] > negligible ? lengths[$0] : 0 }
    tall.makeOrthonormal(lengths: lengths.map { $0 > negligible ? $0 : 0 })
    let signs = (isWide ? tall : turns).signs
    let unit = tall.tensor(columns: order, factors: order.map { signs[$0] })
    let turned = turns.tensor(columns: order, factors: order.map { signs[$0] })
    return SingularValues(
      left: isWide ? turned : unit, values: Tensor(values.map { Float($0) }),
      right: isWide ? unit : turned)
  }
}

extension DoubleMatrix {
  /// Turns pairs of columns until all are orthogonal; returns the product of the rotations.
  mutating func orthogonalizeColumns() -> DoubleMatrix {
    var turns = DoubleMatrix.identity(columns)
    JacobiSweeps.run(columns) { left, right in
      let (first, second) = (product(left, left), product(right, right))
      let mixed = product(left, right)
      if mixed.magnitude <= 0x1p-50 * (first * second).squareRoot() { return false }
      let rotation = JacobiRotation(first: first, mixed: mixed, second: second)
      rotation.turnColumns(left, right, of: &self)
      rotation.turnColumns(left, right, of: &turns)
      return true
    }
    return turns
  }
}
