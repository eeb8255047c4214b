/// How alike the rows of a sparse matrix are, by the cosine of the angle between them.
struct CosineSimilarities {
  let rows: SparseRows
  /// The same elements by column.
  let columns: SparseRows
  private let norms: [Double]
  private let minimumSupport: Int
  private let shrinkage: Double

  init(rows: SparseRows, columns: SparseRows, minimumSupport: Int, shrinkage: Double) {
    self.rows = rows
    self.columns = columns
    self.minimumSupport = minimumSupport
    self.shrinkage = shrinkage
    norms = (0..<rows.rowCount).map { row in
      rows.places(of: row).reduce(0) { $0 + rows.values[$1] * rows.values[$1] }.squareRoot()
    }
  }

  /// A row that has columns in common with another one.
  struct Pair {
    let row: Int
    let similarity: Double
    /// How many columns both have.
    let support: Int
  }

  /// The rows with enough columns in common with one, itself among them, in no particular order.
  func pairs(of row: Int) -> [Pair] {
    var products = [Double](repeating: 0, count: rows.rowCount)
    var support = [Int](repeating: 0, count: rows.rowCount)
    var met: [Int] = []
    for place in rows.places(of: row) {
      let value = rows.values[place]
      for otherPlace in columns.places(of: rows.columns[place]) {
        let other = columns.columns[otherPlace]
        if support[other] == 0 { met.append(other) }
        products[other] += value * columns.values[otherPlace]
        support[other] += 1
      }
    }
    return met.filter { support[$0] >= minimumSupport }.map { other in
      let norm = norms[row] * norms[other]
      let common = Double(support[other])
      let cosine = norm == 0 ? 0 : products[other] / norm * (common / (common + shrinkage))
      return Pair(row: other, similarity: cosine, support: support[other])
    }
  }
}

/// What is taken from each rating before similarities are computed.
public enum RatingCentring: Sendable {
  /// Nothing.
  case none
  /// The mean of the user's ratings, since some give more stars than others (adjusted cosine).
  case userMean
  /// The mean of the item's ratings.
  case itemMean
}

extension Ratings {
  /// The ratings by item and by user, each less its mean.
  func sparse(_ centring: RatingCentring) -> (byItem: SparseRows, byUser: SparseRows) {
    let userMeans = userMeans, itemMeans = itemMeans
    let centred = values.indices.map { row in
      let value = Double(values[row])
      return switch centring {
      case .none: value
      case .userMean: value - userMeans[Int(users[row])]!
      case .itemMean: value - itemMeans[Int(items[row])]!
      }
    }
    return (
      SparseRows(rowsByItem, columns: users, values: centred),
      SparseRows(rowsByUser, columns: items, values: centred)
    )
  }
}
