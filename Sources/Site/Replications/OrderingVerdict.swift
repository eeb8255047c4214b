import Display

/// Whether an ordering that a text's figures show is that of some runs' means.
///
/// Only seeds that both models were run with count: equal seeds have equal held-out ratings, and a
/// mean over other seeds would be one over other ratings.
struct OrderingVerdict: Equatable {
  let holds: Bool
  /// The mean over the seeds of the worse model's error less the better one's.
  let difference: Double
  /// Those whose order is the order of the means.
  let seedsThatAgree: Int
  let seeds: Int

  /// - Parameters: the errors for each seed; nil when no seed is in both.
  init?(better: [Int: Double], worse: [Int: Double]) {
    let differences = better.keys.sorted().compactMap { seed in
      worse[seed].map { $0 - better[seed, default: 0] }
    }
    if differences.isEmpty { return nil }
    seeds = differences.count
    let mean = differences.reduce(0, +) / Double(seeds)
    difference = mean
    holds = mean > 0
    seedsThatAgree = differences.count { mean > 0 ? $0 > 0 : $0 < 0 }
  }

  /// `holds by 0.0123, in 5 of 5 seeds`
  var text: String {
    let size = NumberFormat.decimals(4).text(of: abs(difference))
    let start = holds ? "holds by \(size)" : "does not hold: the other way by \(size)"
    return seeds > 1 ? "\(start), in \(seedsThatAgree) of \(seeds) seeds" : "\(start), in one run"
  }
}
