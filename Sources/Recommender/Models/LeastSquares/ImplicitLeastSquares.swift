import Engine

/// Matrix factorization by alternating least squares for implicit feedback: how often somebody
/// watched, clicked or bought, where nothing counts as a weak no.
///
///     minimizes Σ c_ui · (w_ui - x_u · y_i)² + λ · (Σ ‖x_u‖² + Σ ‖y_i‖²), over all pairs u, i
///     w_ui = 1 where r_ui > 0, otherwise 0;  c_ui = 1 + confidence · r_ui
///
/// (Y. Hu, Y. Koren, C. Volinsky, *Collaborative filtering for implicit feedback datasets*, 2008.)
/// Repeated rows are added up. The score x_u · y_i is no rating: it is near 1 for what the user is
/// likely to choose and near 0 for the rest. All arithmetic is in double precision.
public struct ImplicitLeastSquares: ItemScorer, Sendable {
  let users: FactorTable
  let items: FactorTable
  let regularization: Double
  let confidence: Double

  /// - Parameters:
  ///   - ratings: how often, 0 or more; at least one row.
  ///   - factors: how many numbers describe a user, and an item.
  ///   - regularization: λ, positive.
  ///   - confidence: α of the paper: how much more a choice counts than nothing, 0 or more.
  ///   - sweeps: how often users and items are solved for.
  ///   - random: for the items' factors at the start, normally distributed with a deviation of 0.1.
  public init(
    for ratings: Ratings, factors: Int, regularization: Double = 0.1, confidence: Double = 40,
    sweeps: Int = 10, using random: inout RandomGenerator
  ) {
    FactorTable.check(
      "ImplicitLeastSquares", ratings, factors: factors, regularization: regularization,
      sweeps: sweeps)
    guard confidence >= 0, confidence.isFinite else {
      stop("ImplicitLeastSquares", "confidence is \(confidence); it is 0 or more")
    }
    let start = FactorTable.random(count: ratings.itemCount, width: factors, using: &random)
    self.init(
      for: ratings, regularization: regularization, confidence: confidence, sweeps: sweeps,
      start: start)
  }

  /// - Parameter start: the items' factors at the start.
  init(
    for ratings: Ratings, regularization: Double, confidence: Double, sweeps: Int,
    start: FactorTable
  ) {
    let counts = ratings.summingRepeats()
    if let odd = counts.values.firstIndex(where: { $0 < 0 }) {
      stop(
        "ImplicitLeastSquares",
        "the rating in row \(odd) is \(counts.values[odd]); how often cannot "
          + "be less than 0")
    }
    let weights = counts.values.map { Self.weights(ofCount: $0, confidence: confidence) }
    let extra = weights.map(\.extra), wanted = weights.map(\.wanted)
    func rows(_ groups: RowGroups, _ columns: [Int32]) -> (SparseRows, SparseRows) {
      (
        SparseRows(groups, columns: columns, values: extra),
        SparseRows(groups, columns: columns, values: wanted)
      )
    }
    let byUser = rows(counts.rowsByUser, counts.items)
    let byItem = rows(counts.rowsByItem, counts.users)
    var items = start
    var users = FactorTable(count: ratings.userCount, width: start.width)
    for _ in 0..<sweeps {
      users = Self.solve(byUser, others: items, regularization)
      items = Self.solve(byItem, others: users, regularization)
    }
    self.users = users
    self.items = items
    self.regularization = regularization
    self.confidence = confidence
  }

  /// For how often somebody chose something: c - 1 and c · w.
  static func weights(ofCount count: Float, confidence: Double) -> (extra: Double, wanted: Double) {
    let extra = confidence * Double(count)
    return (extra, count > 0 ? 1 + extra : 0)
  }

  /// Every pair counts with the confidence 1; only those with a row need more than that.
  static func equationsOfAllPairs(with others: FactorTable) -> NormalEquations {
    var equations = NormalEquations(width: others.width)
    for other in 0..<others.count { equations.add(others[other], weight: 1, target: 0) }
    return equations
  }

  private static func solve(
    _ rows: (extra: SparseRows, wanted: SparseRows), others: FactorTable, _ regularization: Double
  ) -> FactorTable {
    let allPairs = equationsOfAllPairs(with: others)
    var table = FactorTable(count: rows.extra.rowCount, width: others.width)
    for row in 0..<rows.extra.rowCount where !rows.extra.places(of: row).isEmpty {
      var equations = allPairs
      for place in rows.extra.places(of: row) {
        equations.add(
          others[rows.extra.columns[place]], weight: rows.extra.values[place],
          target: rows.wanted.values[place])
      }
      table[row] = equations.solution(penalty: regularization)[...]
    }
    return table
  }

  /// Of shape `[users, factors]`.
  public var userFactors: Tensor { users.tensor }
  /// Of shape `[items, factors]`.
  public var itemFactors: Tensor { items.tensor }

  public func scores(forUser user: Int) -> [Double] {
    checkIndex(user, "user", "users", count: users.count)
    return items.products(with: users[user], length: items.width)
  }
}

extension Ratings {
  /// One row for each user and item, with the sum of the ratings, in the order of first appearance.
  fileprivate func summingRepeats() -> Ratings {
    var first: [Int64: Int] = [:]
    var sums = values
    var kept: [Int] = []
    for row in values.indices {
      let pair = Int64(users[row]) << 32 | Int64(items[row])
      if let earlier = first[pair] {
        sums[earlier] += values[row]
      } else {
        first[pair] = row
        kept.append(row)
      }
    }
    return Ratings(
      name: name, catalogue: catalogue, users: users, items: items, values: sums, timestamps: []
    ).rows(at: kept)
  }
}
