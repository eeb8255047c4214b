import Display

/// Runs that differ by their seed alone, and what they came to.
struct ReplicationSummary: Equatable {
  /// An error for each seed.
  let values: [Int: Double]

  /// - Parameter values: of at least one seed.
  init(_ values: [Int: Double]) { self.values = values }

  private var inOrder: [Double] { values.sorted { $0.key < $1.key }.map(\.value) }

  var mean: Double { inOrder.reduce(0, +) / Double(values.count) }

  /// Of the sample, with count − 1 below the fraction; nil for a single run.
  var deviation: Double? {
    if values.count < 2 { return nil }
    let mean = mean
    let squares = inOrder.map { ($0 - mean) * ($0 - mean) }
    return (squares.reduce(0, +) / Double(values.count - 1)).squareRoot()
  }

  /// `0.8129 ± 0.0082 (5)`
  var text: String {
    let four = NumberFormat.decimals(4)
    let spread = deviation.map { " ± " + four.text(of: $0) } ?? ""
    return four.text(of: mean) + spread + " (\(values.count))"
  }
}

/// Finds the runs that belong together: on the set's newest data, with the settings of today.
struct ReplicationSelection {
  /// Who ran a model.
  enum Program: String, CaseIterable {
    case lectern = "Lectern", pytorch = "PyTorch"
  }

  let results: ReplicationResults

  /// The SHA-256 of the data of the newest run on a set.
  func dataSHA256(of set: String) -> String? {
    results.runs.last { $0.set == set }?.dataSHA256
  }

  /// The newest version of a program with which the set was run: `PyTorch 2.13.0`.
  func version(of program: Program, on set: String) -> String? {
    runs(on: set).last { $0.who.hasPrefix(program.rawValue + " ") }?.who
  }

  /// How many runs on the set no table shows: of other versions, settings or data.
  func leftOut(on set: String) -> Int {
    let shown = Replication.all.flatMap { replication in
      Program.allCases.flatMap { runs(of: replication, on: set, by: $0) }
    }
    return results.runs.count { $0.set == set } - shown.count
  }

  /// Nil when there is no run.
  func summary(
    of replication: Replication, on set: String, by program: Program, _ metric: ReplicationMetric
  ) -> ReplicationSummary? {
    let runs = runs(of: replication, on: set, by: program)
    if runs.isEmpty { return nil }
    return ReplicationSummary(
      Dictionary(uniqueKeysWithValues: runs.map { ($0.seed, $0.value(metric)) }))
  }

  /// How many epochs the runs of a model with early stopping took; nil for others.
  func epochs(of replication: Replication, on set: String) -> String? {
    guard replication.settings.training?.earlyStopping != nil else { return nil }
    let ranges = Program.allCases.compactMap { program -> String? in
      let epochs = runs(of: replication, on: set, by: program).map(\.epochs)
      guard let least = epochs.min(), let most = epochs.max() else { return nil }
      return "\(program.rawValue) " + (least == most ? "\(least)" : "\(least) to \(most)")
    }
    return ranges.isEmpty ? nil : "\(replication.model), " + ranges.joined(separator: ", ")
  }

  private func runs(on set: String) -> [ReplicationRun] {
    let hash = dataSHA256(of: set)
    return results.runs.filter { $0.set == set && $0.dataSHA256 == hash }
  }

  private func runs(
    of replication: Replication, on set: String, by program: Program
  ) -> [ReplicationRun] {
    guard let who = version(of: program, on: set) else { return [] }
    return runs(on: set).filter {
      $0.model == replication.model && $0.settings == replication.settings && $0.who == who
    }
  }
}
