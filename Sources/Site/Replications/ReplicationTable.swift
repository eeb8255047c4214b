import Display

/// The errors of some models on a set: the text's, ours and PyTorch's.
struct ReplicationTable {
  let replications: [Replication]
  let set: String
  let metric: ReplicationMetric
  let split: ReplicationSettings.Split
  let selection: ReplicationSelection

  /// - Returns: a table whose caption names the set.
  var table: Table {
    let programs = ReplicationSelection.Program.allCases
    let names = programs.map { selection.version(of: $0, on: set) ?? $0.rawValue }
    return Table(
      columns: [.rowHeader("model"), .init("source", decimals: 4, alignment: .trailing)]
        + names.map { .init($0, alignment: .leading) },
      rows: replications.map { replication in
        let figure = SourceFigure.find(replication.model, on: set, metric)?.value
        let cells = programs.map { program -> Table.Cell in
          let summary = selection.summary(of: replication, on: set, by: program, metric)
          return .text(summary?.text ?? "–")
        }
        return [.text(replication.model), figure.map { Table.Cell($0) } ?? .text("–")] + cells
      },
      caption: "\(set): \(metric.rawValue), \(split.words); mean ± standard deviation (seeds)",
      limit: .none)
  }
}

extension ReplicationResults {
  /// The errors of all models that run on a set, a table for each way to judge them.
  public func tables(for set: String) -> [Table] {
    let metrics: [(ReplicationSettings.Split, ReplicationMetric)] = [
      (.randomFifth, .meanSquaredError), (.lastOfEachUser, .meanAbsoluteError),
      (.lastOfEachUser, .rootMeanSquaredError),
    ]
    return metrics.compactMap { split, metric in
      let rows = Replication.all.filter { $0.sets.contains(set) && $0.settings.split == split }
      if rows.isEmpty { return nil }
      return ReplicationTable(
        replications: rows, set: set, metric: metric, split: split,
        selection: ReplicationSelection(results: self)
      ).table
    }
  }
}
