import Engine

/// Matrix factorization without one best set of factors: hundreds of likely ones are drawn, and their
/// predictions averaged.
///
///     rating ~ normal(mean + b_u + c_i + p_u · q_i, 1 / α)
///     (p_u, b_u) ~ normal(μ, Λ⁻¹), (q_i, c_i) likewise;  μ, Λ ~ normal-Wishart;  α ~ gamma
///
/// Gibbs sampling draws each unknown given all others, in turn; after a warm-up, what it has drawn
/// is a sample of what the ratings leave possible. Nothing needs tuning: how much factors are held
/// back is drawn as well.
///
///     let model = BayesianFactorization(for: split.training, factors: 10, using: &random)
///     let predictions = model(split.validation.pairs)
///
/// (R. Salakhutdinov and A. Mnih, *Bayesian probabilistic matrix factorization using Markov chain
/// Monte Carlo*, 2008, which has no biases and holds α at 2. myFM draws one factor at a time and
/// has a diagonal Λ.) The samples are kept in memory: 4 · samples · (users + items) · (factors + 1)
/// bytes.
public struct BayesianFactorization: RatingModel {
  /// Of all ratings.
  public let mean: Double
  /// The standard deviation of a rating about what is expected, the mean over the samples.
  public let noise: Double
  let samples: [Sample]
  public let userCount: Int
  public let itemCount: Int
  private let width: Int
  private let range: ClosedRange<Double>

  /// One draw of all factors, rows of them with the bias at the end.
  struct Sample: Sendable {
    let users: [Float]
    let items: [Float]
  }

  /// - Parameters:
  ///   - ratings: to learn from; at least one.
  ///   - factors: how many numbers describe a user, and an item, besides the bias.
  ///   - samples: how many draws are averaged.
  ///   - warmUp: how many draws before them are thrown away.
  ///   - information: what to use besides the ratings' values.
  ///   - random: drawn from once; the same generator gives the same bits for any number of threads.
  public init(
    for ratings: Ratings, factors: Int, samples: Int = 250, warmUp: Int = 50,
    information: SideInformation = [], using random: inout RandomGenerator
  ) {
    Self.check(ratings, factors: factors, samples: samples, warmUp: warmUp)
    var sampler = GibbsSampler(
      ratings, factors: factors, information: information, seed: random.next())
    for _ in 0..<warmUp { sampler.draw() }
    var kept: [Sample] = []
    var noise = 0.0
    for _ in 0..<samples {
      sampler.draw()
      kept.append(sampler.sample)
      noise += 1 / sampler.noisePrecision.squareRoot()
    }
    mean = sampler.mean
    self.noise = noise / Double(samples)
    self.samples = kept
    userCount = ratings.userCount
    itemCount = ratings.itemCount
    width = factors + 1
    range = Double(ratings.values.min()!)...Double(ratings.values.max()!)
  }

  private static func check(_ ratings: Ratings, factors: Int, samples: Int, warmUp: Int) {
    func refuse(_ message: String) -> Never { stop("BayesianFactorization", message) }
    if ratings.count == 0 { refuse("there are no ratings to learn from") }
    if factors < 1 { refuse("factors is \(factors); it is at least 1") }
    if samples < 1 { refuse("samples is \(samples); it is at least 1") }
    if warmUp < 0 { refuse("warmUp is \(warmUp); it is 0 or more") }
  }

  /// The mean of the samples' predictions, no lower than the lowest rating learned from and no
  /// higher than the highest.
  public func prediction(user: Int, item: Int) -> Double {
    min(max(moments(user: user, item: item).mean, range.lowerBound), range.upperBound)
  }

  /// How far off each prediction is likely to be, of shape `[batch]`: the standard deviation of the
  /// samples' predictions and, unless it is left out, of the noise that no model can foresee.
  ///
  /// - Parameter includingNoise: false: only how unsure the model is of the expected rating.
  public func standardDeviations(
    _ pairs: UserItemPairs, includingNoise: Bool = true
  ) -> Tensor {
    let extra = includingNoise ? noise * noise : 0
    return Tensor(
      zip(pairs.users.values, pairs.items.values).map { user, item in
        checkIndex(Int(user), "user", "users", count: userCount)
        checkIndex(Int(item), "item", "items", count: itemCount)
        return Float((moments(user: Int(user), item: Int(item)).variance + extra).squareRoot())
      })
  }

  /// The means of the samples' predictions, without a limit: at a limit many items would be equal.
  public func scores(forUser user: Int) -> [Double] {
    checkIndex(user, "user", "users", count: userCount)
    // Sample by sample, so that each table of items is read once from end to end; of one item the
    // sums are those of ``moments(user:item:)``, in the same order.
    var sums = [Double](repeating: 0, count: itemCount)
    for sample in samples { add(sample, user: user, to: &sums) }
    return sums.map { mean + $0 / Double(samples.count) }
  }

  /// Adds one sample's predictions for all items.
  private func add(_ sample: Sample, user: Int, to sums: inout [Double]) {
    let row = sample.users[user * width..<(user + 1) * width].map(Double.init)
    row.withUnsafeBufferPointer { row in
      sample.items.withUnsafeBufferPointer { items in
        sums.withUnsafeMutableBufferPointer { sums in
          let bias = row.count - 1
          for item in sums.indices {
            let start = item &* row.count
            var value = 0.0
            for k in 0..<bias { value += row[k] * Double(items[start &+ k]) }
            sums[item] += value + row[bias] + Double(items[start &+ bias])
          }
        }
      }
    }
  }

  /// Of the samples' predictions.
  private func moments(user: Int, item: Int) -> (mean: Double, variance: Double) {
    let (userStart, itemStart) = (user * width, item * width)
    var sum = 0.0, squares = 0.0
    for sample in samples {
      var value = 0.0
      sample.users.withUnsafeBufferPointer { users in
        sample.items.withUnsafeBufferPointer { items in
          for k in 0..<width - 1 {
            value += Double(users[userStart &+ k]) * Double(items[itemStart &+ k])
          }
          value += Double(users[userStart &+ width &- 1])
          value += Double(items[itemStart &+ width &- 1])
        }
      }
      sum += value
      squares += value * value
    }
    let average = sum / Double(samples.count)
    let variance = squares / Double(samples.count) - average * average
    return (mean + average, max(variance, 0))
  }
}
