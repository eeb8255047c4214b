import Display

/// Whether an ordering that a text's figures show is that of some runs' means.
struct OrderingVerdict: Equatable {
  let holds: Bool
  /// The worse model's mean less the better one's.
  let difference: Double
  /// Of the seeds that both models were run with; equal seeds have equal held-out ratings.
  let seedsThatAgree: Int
  let seeds: Int

  init(better: ReplicationSummary, worse: ReplicationSummary) {
    difference = worse.mean - better.mean
    holds = difference > 0
    let pairs = better.values.compactMap { seed, value in worse.values[seed].map { (value, $0) } }
    seeds = pairs.count
    seedsThatAgree = pairs.count { $0 < $1 }
  }

  /// `holds by 0.0123, in 5 of 5 seeds`
  var text: String {
    let size = NumberFormat.decimals(4).text(of: abs(difference))
    let start = holds ? "holds by \(size)" : "does not hold: the other way by \(size)"
    return seeds > 1 ? "\(start), in \(seedsThatAgree) of \(seeds) seeds" : start
  }
}
