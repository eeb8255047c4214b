import Display

/// The rows of a data file that were left out because they could not be read.
public struct SkippedRows: Sendable, Equatable {
  /// How many faults are kept to be shown.
  static let shown = 5

  /// How many rows were left out.
  public internal(set) var count = 0
  /// What is wrong with the first few of them, and where.
  public internal(set) var first: [DataFileError] = []

  mutating func add(_ fault: DataFileError) {
    count += 1
    if first.count < Self.shown { first.append(fault) }
  }

  mutating func add(_ others: SkippedRows) {
    count += others.count
    first += others.first.prefix(Self.shown - first.count)
  }
}

extension SkippedRows: Displayable {
  /// The first few rows as a table: line, column, what is wrong, the row itself.
  public var representations: Representations {
    let rows = format(count) + (count == 1 ? " row was" : " rows were")
    let part = first.count < count ? "; the first \(first.count)" : ""
    let table = Table(
      columns: [
        "line", "column", Table.Column("fault", maximumWidth: 50),
        Table.Column("row", maximumWidth: 40),
      ],
      rows: first.map { [$0.line ?? 0, $0.column ?? 0, $0.message, $0.text ?? ""] },
      caption: "\(rows) skipped\(part)", limit: .none)
    return table.representations
  }
}
