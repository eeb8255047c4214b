import Engine

extension RankingMetrics {
  /// A metric's mean over users with its standard error and interval.
  ///
  ///     metrics.estimate(.ndcg).lower
  public func estimate(_ metric: RankingMetric) -> Estimate {
    Estimate(meanOf: perUser(metric))
  }

  /// A metric here less the same metric of another model, user by user: above 0 where this model is
  /// better, and decided where the whole interval is.
  ///
  /// Users differ more than models do, so two intervals that overlap do not say that two models are
  /// equal; the interval of the paired difference does. Stops the program unless both were measured
  /// on the same users at the same k.
  public func difference(from other: RankingMetrics, in metric: RankingMetric) -> Estimate {
    guard k == other.k, countedUsers == other.countedUsers else {
      stop(
        "difference(from:in:)",
        "\(users) users at \(k) cannot be paired with \(other.users) users at \(other.k); measure "
          + "both models on the same split, k and relevantFrom")
    }
    return Estimate(meanOf: zip(perUser(metric), other.perUser(metric)).map { $0 - $1 })
  }

  /// The percentile bootstrap interval of a metric: means over users drawn with replacement.
  ///
  /// It needs no normal distribution and stays within what the metric can be. Without users both
  /// ends are NaN. (B. Efron and R. Tibshirani, *An introduction to the bootstrap*, 1993, chapter
  /// 13.)
  ///
  /// - Parameters:
  ///   - confidence: between 0 and 1, both excluded.
  ///   - samples: how many means are taken, 1 or more.
  ///   - seed: the same seed gives the same interval.
  public func bootstrap(
    _ metric: RankingMetric, confidence: Double = 0.95, samples: Int = 1000, seed: UInt64
  ) -> (lower: Double, upper: Double) {
    guard confidence > 0, confidence < 1 else {
      stop("bootstrap", "a confidence is between 0 and 1, not \(confidence)")
    }
    if samples < 1 { stop("bootstrap", "samples is \(samples); it is at least 1") }
    let values = perUser(metric)
    if values.isEmpty { return (.nan, .nan) }
    var random = RandomGenerator(seed: seed).split("bootstrap")
    let means = (0..<samples).map { _ in
      values.indices.reduce(0) { sum, _ in sum + values[random.integer(below: values.count)] }
        / Double(values.count)
    }.sorted()
    func percentile(_ share: Double) -> Double {
      means[Int((share * Double(samples - 1)).rounded())]
    }
    return (percentile((1 - confidence) / 2), percentile((1 + confidence) / 2))
  }
}
