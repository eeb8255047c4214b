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

  /// - Returns: for each row its similarity, and in how many columns both have an element; the
  ///   similarity is 0 where that is less than the support needed.
  func similarities(to row: Int) -> (similarity: [Double], support: [Int]) {
    var products = [Double](repeating: 0, count: rows.rowCount)
    var support = [Int](repeating: 0, count: rows.rowCount)
    for place in rows.places(of: row) {
      let value = rows.values[place]
      for other in columns.places(of: rows.columns[place]) {
        products[columns.columns[other]] += value * columns.values[other]
        support[columns.columns[other]] += 1
      }
    }
    for other in products.indices where support[other] > 0 {
      let norm = norms[row] * norms[other]
      let common = Double(support[other])
      products[other] =
        support[other] < minimumSupport || norm == 0
        ? 0 : products[other] / norm * (common / (common + shrinkage))
    }
    return (products, support)
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
