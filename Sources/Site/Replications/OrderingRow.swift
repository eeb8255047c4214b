import Display

/// An ordering of a text on one set, and what the runs say of it.
struct OrderingRow {
  let cells: [String]

  /// Nil where neither program has run both models.
  init?(_ claim: ClaimedOrdering, on set: String, _ selection: ReplicationSelection) {
    func replication(_ model: String) -> Replication? {
      Replication.all.first { $0.model == model && $0.sets.contains(set) }
    }
    guard let better = replication(claim.better), let worse = replication(claim.worse) else {
      return nil
    }
    let verdicts = ReplicationSelection.Program.allCases.map { program -> String? in
      func errors(_ replication: Replication) -> [Int: Double]? {
        selection.summary(of: replication, on: set, by: program, claim.metric)?.values
      }
      guard let betterErrors = errors(better), let worseErrors = errors(worse) else { return nil }
      let verdict = OrderingVerdict(
        better: better.isRandom ? betterErrors : Self.repeated(betterErrors, worseErrors),
        worse: worse.isRandom ? worseErrors : Self.repeated(worseErrors, betterErrors))
      return verdict?.text ?? "no seed in common"
    }
    if verdicts.allSatisfy({ $0 == nil }) { return nil }
    cells =
      ["\(claim.metric.rawValue): \(claim.better) < \(claim.worse)"]
      + verdicts.map { $0 ?? "not run" }
  }

  /// The error of a model that no seed changes, once for each seed of the other.
  private static func repeated(_ errors: [Int: Double], _ others: [Int: Double]) -> [Int: Double] {
    guard let error = errors.values.first else { return [:] }
    return others.mapValues { _ in error }
  }
}
