import Engine

/// Matrix factorization by alternating least squares (ALS), for ratings.
///
///     rating = mean + b_u + c_i + p_u · q_i
///     minimizes Σ (r_ui - rating)² + λ · (Σ n_u · (‖p_u‖² + b_u²) + Σ n_i · (‖q_i‖² + c_i²))
///
/// While the items' factors and biases are held, each user's are a small linear problem with one
/// solution, and the other way round; the two take turns. The mean is that of all ratings; n_u and
/// n_i count the ratings of a user and of an item. (Y. Zhou et al., *Large-scale parallel
/// collaborative filtering for the Netflix Prize*, 2008, without mean and biases; Spark's `ALS` is
/// the same with `hasBiases: false` and the mean taken off.) A user or item without ratings has
/// factors and bias 0. Repeated ratings count each. All arithmetic is in double precision.
public struct AlternatingLeastSquares: FactorModel, Sendable {
  /// Of all ratings.
  public let mean: Double
  /// Whether users and items have biases.
  public let hasBiases: Bool
  private let factors: Int
  /// Rows of the factors and the bias.
  private let users: FactorTable
  private let items: FactorTable

  /// - Parameters:
  ///   - ratings: to learn from; at least one.
  ///   - factors: how many numbers describe a user, and an item.
  ///   - regularization: λ, positive.
  ///   - sweeps: how often users and items are solved for.
  ///   - hasBiases: whether each user and item has a bias as well.
  ///   - random: for the items' factors at the start, normally distributed with a deviation of 0.1.
  public init(
    for ratings: Ratings, factors: Int, regularization: Double = 0.1, sweeps: Int = 10,
    hasBiases: Bool = true, using random: inout RandomGenerator
  ) {
    FactorTable.check(
      "AlternatingLeastSquares", ratings, factors: factors, regularization: regularization,
      sweeps: sweeps)
    let start = FactorTable.random(count: ratings.itemCount, width: factors, using: &random)
    self.init(
      for: ratings, regularization: regularization, sweeps: sweeps, hasBiases: hasBiases,
      start: start)
  }

  /// - Parameter start: the items' factors at the start.
  init(
    for ratings: Ratings, regularization: Double, sweeps: Int, hasBiases: Bool, start: FactorTable
  ) {
    mean = ratings.meanRating
    self.hasBiases = hasBiases
    factors = start.width
    let solver = BiasedSolver(
      factors: factors, hasBiases: hasBiases, regularization: regularization)
    let deviations = ratings.values.map { [mean] in Double($0) - mean }
    let byUser = SparseRows(ratings.rowsByUser, columns: ratings.items, values: deviations)
    let byItem = SparseRows(ratings.rowsByItem, columns: ratings.users, values: deviations)
    var items = FactorTable(
      (0..<start.count).map { start[$0] + [0] }, width: factors + 1)
    var users = solver.solve(byUser, others: items)
    items = solver.solve(byItem, others: users)
    for _ in 1..<sweeps {
      users = solver.solve(byUser, others: items)
      items = solver.solve(byItem, others: users)
    }
    self.users = users
    self.items = items
  }

  /// Of shape `[users, factors]`.
  public var userFactors: Tensor { users.columns(Array(0..<factors)).tensor }
  /// Of shape `[items, factors]`.
  public var itemFactors: Tensor { items.columns(Array(0..<factors)).tensor }
  /// Of shape `[users]`.
  public var userBiases: Tensor { users.columns([factors]).tensor.reshape([users.count]) }
  /// Of shape `[items]`.
  public var itemBiases: Tensor { items.columns([factors]).tensor.reshape([items.count]) }

  /// Factors and biases; a newcomer has 0 of all, as whoever has no ratings.
  public var factorization: Factorization {
    let nothing = [Double](repeating: 0, count: factors + 1)
    return Factorization(
      offset: mean, range: nil, hasBiases: hasBiases, users: users, items: items,
      typicalUser: nothing, typicalItem: nothing)
  }

  public func scores(forUser user: Int) -> [Double] {
    checkIndex(user, "user", "users", count: users.count)
    let user = users[user]
    let level = mean + user[user.startIndex + factors]
    let products = items.products(with: user, length: factors)
    return products.indices.map { level + items.scalars[$0 * items.width + factors] + products[$0] }
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Tensor {
    Tensor(
      zip(pairs.users.values, pairs.items.values).map {
        Float(prediction(user: Int($0), item: Int($1)))
      })
  }

  private func prediction(user: Int, item: Int) -> Double {
    checkIndex(user, "user", "users", count: users.count)
    checkIndex(item, "item", "items", count: items.count)
    let (user, item) = (users[user], items[item])
    let product = zip(user.prefix(factors), item).reduce(0) { $0 + $1.0 * $1.1 }
    return mean + user[user.startIndex + factors] + item[item.startIndex + factors] + product
  }
}

/// Solves for all users while the items are held, or for all items while the users are.
private struct BiasedSolver {
  let factors: Int
  let hasBiases: Bool
  let regularization: Double

  func solve(_ deviations: SparseRows, others: FactorTable) -> FactorTable {
    // With a bias there is one more unknown, whose feature is 1.
    let width = hasBiases ? factors + 1 : factors
    var features = others.columns(Array(0..<width))
    if hasBiases { features.fillLastColumn(with: 1) }
    var table = FactorTable(count: deviations.rowCount, width: factors + 1)
    for row in 0..<deviations.rowCount {
      let places = deviations.places(of: row)
      if places.isEmpty { continue }
      var equations = NormalEquations(width: width)
      for place in places {
        let other = deviations.columns[place]
        let bias = others.scalars[other * others.width + factors]
        equations.add(features[other], weight: 1, target: deviations.values[place] - bias)
      }
      let solution = equations.solution(penalty: regularization * Double(places.count))
      table[row] = solution[...] + (hasBiases ? [] : [0])
    }
    return table
  }
}
