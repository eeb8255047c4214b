import Engine

/// The users' half of the sampler, or the items': a row of factors for each, with a bias at its end.
struct GibbsSide: Sendable {
  /// Rows of the factors and the bias.
  private(set) var table: FactorTable
  private(set) var prior: NormalPrior
  private var features: [FeatureWeights]
  /// The mean of all ratings is taken off.
  private let ratings: SparseRows

  init(_ ratings: SparseRows, start: FactorTable, features: [SparseRows]) {
    self.ratings = ratings
    table = start
    prior = NormalPrior(width: start.width)
    self.features = features.map { FeatureWeights($0, width: start.width) }
  }

  /// Draws the prior and the features' weights given the factors, then all factors given the other
  /// side's and the precision of a rating.
  mutating func draw(others: FactorTable, noisePrecision: Double, random: RandomGenerator) {
    let means = drawPrior(random: random)
    drawFactors(
      means: means, others: others, noisePrecision: noisePrecision, random: random.split("rows"))
  }

  /// The prior's mean for each row.
  private mutating func drawPrior(random: RandomGenerator) -> FactorTable {
    var random = random.split("prior")
    var rest = table
    var scatter = [Double](repeating: 0, count: table.width * table.width)
    for group in features {
      group.subtract(from: &rest)
      group.addScatter(to: &scatter)
    }
    prior.draw(
      given: rest, extraScatter: scatter, extraCount: features.reduce(0) { $0 + $1.count },
      using: &random)
    let negative = prior.mean.map { -$0 }
    for row in 0..<rest.count { rest.add(negative, toRow: row) }
    for group in features.indices {
      features[group].draw(rest: &rest, prior: prior, using: &random)
    }
    return table.subtracting(rest)
  }

  /// Each row's posterior is normal; rows are drawn from generators of their own, so their order
  /// and the threads do not matter.
  private mutating func drawFactors(
    means: FactorTable, others: FactorTable, noisePrecision: Double, random: RandomGenerator
  ) {
    let width = table.width, prior = self.prior, ratings = self.ratings
    table.withScalars { table in
      nonisolated(unsafe) let table = table
      parallelRows(ratings.rowCount) { rows in
        var solver = PosteriorDraw(width: width)
        for row in rows {
          var random = random.split(row)
          solver.begin(prior: prior, mean: means[row])
          solver.add(ratings, row: row, others: others, precision: noisePrecision)
          solver.draw(into: table.baseAddress! + row * width, using: &random)
        }
      }
    }
  }

  /// The sum of the squared differences between ratings and predictions.
  func squaredError(others: FactorTable) -> Double {
    let width = table.width
    var errors = [Double](repeating: 0, count: ratings.rowCount)
    errors.withUnsafeMutableBufferPointer { errors in
      nonisolated(unsafe) let errors = errors
      parallelRows(ratings.rowCount) { rows in
        for row in rows {
          for place in ratings.places(of: row) {
            let prediction = GibbsSide.product(
              table.scalars, row, others.scalars, ratings.columns[place], width)
            let difference = ratings.values[place] - prediction
            errors[row] += difference * difference
          }
        }
      }
    }
    return errors.reduce(0, +)
  }

  /// Factors' product and both biases.
  @inline(__always)
  private static func product(
    _ left: [Double], _ row: Int, _ right: [Double], _ other: Int, _ width: Int
  ) -> Double {
    let (a, b) = (row * width, other * width)
    var sum = left[a + width - 1] + right[b + width - 1]
    for k in 0..<width - 1 { sum += left[a + k] * right[b + k] }
    return sum
  }
}
