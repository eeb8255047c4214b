import Engine

/// Draws all unknowns of a ``BayesianFactorization`` in turn, again and again.
struct GibbsSampler {
  /// Of all ratings.
  let mean: Double
  /// α: 1 over the variance of a rating about what is expected.
  private(set) var noisePrecision = 2.0
  private(set) var users: GibbsSide
  private(set) var items: GibbsSide
  private let ratingCount: Int
  private let random: RandomGenerator
  private var round = 0

  init(_ ratings: Ratings, factors: Int, information: SideInformation, seed: UInt64) {
    let mean = ratings.meanRating
    self.mean = mean
    ratingCount = ratings.count
    random = RandomGenerator(seed: seed)
    let deviations = ratings.values.map { Double($0) - mean }
    var start = random.split("start")
    users = GibbsSide(
      SparseRows(ratings.rowsByUser, columns: ratings.items, values: deviations),
      start: .random(count: ratings.userCount, width: factors + 1, using: &start),
      features: information.userFeatures(of: ratings))
    items = GibbsSide(
      SparseRows(ratings.rowsByItem, columns: ratings.users, values: deviations),
      start: .random(count: ratings.itemCount, width: factors + 1, using: &start),
      features: information.itemFeatures(of: ratings))
  }

  /// One round: users, items, noise.
  mutating func draw() {
    let random = random.split(round)
    round += 1
    users.draw(
      others: items.table, noisePrecision: noisePrecision, random: random.split("users"))
    items.draw(
      others: users.table, noisePrecision: noisePrecision, random: random.split("items"))
    var noise = random.split("noise")
    let error = users.squaredError(others: items.table)
    noisePrecision = noise.gamma(shape: (1 + Double(ratingCount)) / 2, rate: (1 + error) / 2)
  }

  var sample: BayesianFactorization.Sample {
    BayesianFactorization.Sample(
      users: users.table.scalars.map { Float($0) }, items: items.table.scalars.map { Float($0) })
  }
}
