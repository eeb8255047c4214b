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
    let verdicts = ReplicationSelection.Program.allCases.map { program -> OrderingVerdict? in
      func summary(_ replication: Replication) -> ReplicationSummary? {
        selection.summary(of: replication, on: set, by: program, claim.metric)
      }
      guard let better = summary(better), let worse = summary(worse) else { return nil }
      return OrderingVerdict(better: better, worse: worse)
    }
    if verdicts.allSatisfy({ $0 == nil }) { return nil }
    cells =
      ["\(claim.metric.rawValue): \(claim.better) < \(claim.worse)"]
      + verdicts.map { $0?.text ?? "not run" }
  }
}
