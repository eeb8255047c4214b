import CKernels

/// Finds the factors and the bias of one newcomer, while everybody else's are held:
///
///     minimizes Σ (r_i − rating_i(x))² + λ · n · ‖x − typical‖²
///
/// Without a range this is one linear problem, half a sweep of ``AlternatingLeastSquares`` for one
/// row. With a sigmoid each step solves the problem linearized at x (Gauss and Newton's method) and
/// is halved until the sum falls.
struct FoldIn {
  let factorization: Factorization
  let others: FactorTable
  let typical: [Double]
  let regularization: Double
  /// The index of each rated item, or of each user who rated.
  let rated: [Int]
  let ratings: [Double]

  /// Factors and bias.
  func solution() -> [Double] {
    var x = typical
    if rated.isEmpty { return x }
    var cost = cost(x)
    for _ in 0..<50 {
      guard let (next, lower) = improved(x, cost: cost) else { return x }
      let hasSettled = cost - lower <= 1e-13 * cost
      (x, cost) = (next, lower)
      if hasSettled { return x }
    }
    return x
  }

  private var penalty: Double { regularization * Double(rated.count) }

  /// A step down, or nil where none is left.
  private func improved(_ x: [Double], cost: Double) -> (x: [Double], cost: Double)? {
    let step = step(from: x)
    var size = 1.0
    for _ in 0..<30 {
      let next = zip(x, step).map { $0 + size * $1 }
      let lower = self.cost(next)
      if lower < cost { return (next, lower) }
      size /= 2
    }
    return nil
  }

  private func step(from x: [Double]) -> [Double] {
    let width = factorization.hasBiases ? x.count : x.count - 1
    // Two problems in one: towards the ratings, and back to what is typical.
    var equations = NormalEquations(width: width)
    for (other, rating) in zip(rated, ratings) {
      let (prediction, slope) = factorization.rating(x[...], others[other])
      let features = features(of: other).prefix(width)
      equations.add(
        features, weight: slope * slope, target: slope * (rating - prediction))
    }
    equations.add(target: zip(x, typical).prefix(width).map { penalty * ($1 - $0) })
    return equations.solution(penalty: penalty) + (width < x.count ? [0] : [])
  }

  private func features(of other: Int) -> ArraySlice<Double> {
    (others[other].dropLast() + [1])[...]
  }

  func cost(_ x: [Double]) -> Double {
    let errors = zip(rated, ratings).reduce(0.0) { sum, pair in
      let error = pair.1 - factorization.rating(x[...], others[pair.0]).value
      return sum + error * error
    }
    return errors + penalty * zip(x, typical).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

extension Factorization {
  /// The predicted rating of a row of one side with a row of the other, and how fast it changes
  /// with the score.
  func rating(
    _ left: ArraySlice<Double>, _ right: ArraySlice<Double>
  ) -> (value: Double, slope: Double) {
    let score = left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        // The last column holds the biases, which are added.
        let factors = left.count - 1
        var sum = offset + left[factors] + right[factors]
        for column in 0..<factors { sum += left[column] * right[column] }
        return sum
      }
    }
    guard let range else { return (score, 1) }
    let width = Double(range.upperBound) - Double(range.lowerBound)
    let sigmoid = 1 / (1 + lectern_exp_f64(-score))
    return (Double(range.lowerBound) + width * sigmoid, width * sigmoid * (1 - sigmoid))
  }
}
