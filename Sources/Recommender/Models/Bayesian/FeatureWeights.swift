import Engine

/// What is known of users (or items) besides their ratings, and how much it says about their factors:
/// the mean of a row's factors is μ + Σ x · w over the row's features.
///
///     w ~ normal(0, (λ Λ)⁻¹),  λ ~ gamma(1/2, 1/2), one for each group of features
///
/// Λ is the precision of the factors. (J. Simm et al., *Macau: scalable Bayesian multi-relational
/// factorization with side information using MCMC*, 2015, who draw all weights at once.)
struct FeatureWeights: Sendable {
  /// The rows that have each feature, with its value there.
  private let rowsByFeature: SparseRows
  private let squares: [Double]
  private var weights: FactorTable
  private var strength = 10.0

  /// - Parameter features: for each feature the rows that have it and its value there.
  init(_ features: SparseRows, width: Int) {
    rowsByFeature = features
    squares = (0..<features.rowCount).map { feature in
      features.places(of: feature).reduce(0) { $0 + features.values[$1] * features.values[$1] }
    }
    weights = FactorTable(count: features.rowCount, width: width)
  }

  var count: Int { weights.count }

  /// λ Σ w wᵀ.
  func addScatter(to scatter: inout [Double]) {
    let width = weights.width
    for feature in 0..<weights.count {
      for i in 0..<width {
        for j in 0..<width {
          scatter[i * width + j] +=
            strength * weights.scalars[feature * width + i] * weights.scalars[feature * width + j]
        }
      }
    }
  }

  /// Takes from each row of the table what the features contribute.
  func subtract(from table: inout FactorTable) {
    let width = weights.width
    weights.scalars.withUnsafeBufferPointer { weights in
      table.withScalars { table in
        for feature in 0..<count {
          for place in rowsByFeature.places(of: feature) {
            let row = rowsByFeature.columns[place] &* width
            let value = rowsByFeature.values[place]
            for k in 0..<width { table[row &+ k] -= value * weights[feature &* width &+ k] }
          }
        }
      }
    }
  }

  /// Draws the weights, one feature's after the other, and their strength.
  ///
  /// - Parameter rest: the factors less μ and what all features contribute; changed accordingly.
  mutating func draw(
    rest: inout FactorTable, prior: NormalPrior, using random: inout RandomGenerator
  ) {
    let width = weights.width
    var energy = 0.0
    var change = [Double](repeating: 0, count: width)
    for feature in 0..<count {
      let total = squares[feature] + strength
      let noise = prior.factor.solvingTransposed((0..<width).map { _ in random.standardNormal() })
      for k in 0..<width { change[k] = squares[feature] * weights.scalars[feature * width + k] }
      visit(feature, &rest, &change) { value, rest, change in
        for k in 0..<width { change[k] += value * rest[k] }
      }
      for k in 0..<width {
        let new = change[k] / total + noise[k] / total.squareRoot()
        change[k] = new - weights.scalars[feature * width + k]
      }
      visit(feature, &rest, &change) { value, rest, change in
        for k in 0..<width { rest[k] -= value * change[k] }
      }
      weights.add(change, toRow: feature)
      energy += prior.squaredLength(of: weights[feature])
    }
    strength = random.gamma(
      shape: (1 + Double(count * width)) / 2, rate: (1 + energy) / 2)
  }

  /// Calls `body` with the value of each row that has a feature, the row, and `numbers`.
  @inline(__always)
  private func visit(
    _ feature: Int, _ rows: inout FactorTable, _ numbers: inout [Double],
    _ body: (Double, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    let places = rowsByFeature.places(of: feature), width = weights.width
    rows.withScalars { rows in
      numbers.withUnsafeMutableBufferPointer { numbers in
        for place in places {
          let row = rows.baseAddress! + rowsByFeature.columns[place] &* width
          body(rowsByFeature.values[place], row, numbers.baseAddress!)
        }
      }
    }
  }
}

extension NormalPrior {
  /// wᵀ Λ w.
  fileprivate func squaredLength(of w: ArraySlice<Double>) -> Double {
    var sum = 0.0
    for i in 0..<width {
      for j in 0..<width {
        sum += precision[i * width + j] * w[w.startIndex + i] * w[w.startIndex + j]
      }
    }
    return sum
  }
}
