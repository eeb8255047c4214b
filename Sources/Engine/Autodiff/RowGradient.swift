/// The gradient of a table of which some rows were looked up: those rows alone, not the table
/// of zeros around them.
public struct RowGradient: Sendable {
  /// Of the table, `[rows, …]`.
  public let shape: [Int]
  /// Which row each of ``rows`` belongs to, of shape `[count]`; a row may occur repeatedly, its
  /// gradients then add up in order.
  public private(set) var indices: Indices
  /// `[count, …]`.
  public private(set) var rows: Tensor

  init(shape: [Int], indices: Indices, rows: Tensor) {
    self.shape = shape
    self.indices = Indices(shape: [indices.count], values: indices.values)
    self.rows = rows.reshape([indices.count] + shape.dropFirst())
  }

  /// The whole table's gradient.
  public var dense: Tensor {
    var gradient = Tensor.zeros(shape)
    gradient.scatterAdd(rows, at: indices)
    return gradient
  }

  /// What the table's gradient is increased by. A row with very many gradients needs them added up
  /// as a long sum is, which ``dense`` does and an optimizer, row by row, does not.
  var contribution: Contribution { hasLongSums ? .dense(dense) : .rows(self) }

  /// The gradients of another lookup in the same table, which come after these.
  mutating func append(_ other: RowGradient) {
    indices = Indices(indices.values + other.indices.values)
    rows = Tensor.concatenate([rows, other.rows])
  }

  /// So many gradients of one row are added up in order.
  private static let longestChain = 512

  private var hasLongSums: Bool {
    if indices.count <= RowGradient.longestChain { return false }
    var counts = [Int32](repeating: 0, count: shape[0])
    for index in indices.values {
      counts[Int(index)] += 1
      if counts[Int(index)] > RowGradient.longestChain { return true }
    }
    return false
  }
}
