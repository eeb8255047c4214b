/// Rows and columns with headers: aligned text in the terminal, a real table on the page.
///
///     Table(
///       columns: ["epoch", .init("training", decimals: 3), .init("validation", decimals: 3)],
///       rows: [[1, 0.9801, 1.0222], [2, 0.8714, 0.9543], [3, 0.8101, nil]],
///       caption: "Mean squared error after each epoch")
///
/// Cells are any values: numbers are aligned at the decimal point, everything else is text;
/// `nil` is a missing cell.
public struct Table: Sendable, Equatable {
  public var columns: [Column]
  /// As many cells a row as there are columns.
  public var rows: [[Cell]]
  public var caption: String?
  /// A longer table is shown by its first and last rows only.
  public var limit: RowLimit
  /// What stands in a missing cell.
  public var missing: String

  /// Makes a table of any values; see ``Cell/init(_:)``. A row shorter than `columns` ends in
  /// missing cells. Stops the program when a row is longer.
  public init(
    columns: [Column], rows: [[Any?]], caption: String? = nil, limit: RowLimit = .standard,
    missing: String = ""
  ) {
    self.columns = columns
    self.rows = rows.enumerated().map { index, row in
      if row.count > columns.count {
        fatalError("Table: row \(index) has \(row.count) cells for \(columns.count) columns")
      }
      let cells = row.map(Cell.init)
      return cells + Array(repeating: .missing, count: columns.count - cells.count)
    }
    self.caption = caption
    self.limit = limit
    self.missing = missing
  }

  /// How many rows are shown at most: `RowLimit(first: 20, last: 5)`.
  public struct RowLimit: Sendable, Equatable {
    public var first: Int
    public var last: Int

    public init(first: Int, last: Int) {
      if first < 0 || last < 0 { fatalError("RowLimit(\(first), \(last)): negative") }
      self.first = first
      self.last = last
    }

    /// Up to 25 rows are shown whole, more by the first 20 and the last 5.
    public static let standard = RowLimit(first: 20, last: 5)
    public static let none = RowLimit(first: .max, last: 0)
  }
}

extension Table: Displayable {
  /// The text as in ``text``, and a `<table>`.
  public var representations: Representations { Representations(plain: text, html: markup) }
}

extension Table {
  /// The rows that are shown, and how many are left out between them.
  var shownRows: (first: ArraySlice<[Cell]>, omitted: Int, last: ArraySlice<[Cell]>) {
    let (most, overflow) = limit.first.addingReportingOverflow(limit.last)
    if overflow || rows.count <= most { return (rows[...], 0, []) }
    return (rows.prefix(limit.first), rows.count - most, rows.suffix(limit.last))
  }

  /// What a cell says, in the format of its column.
  func text(of cell: Cell, in column: Column) -> String {
    cell.text(format: column.format) ?? missing
  }

  /// Whether the column's cells are aligned as numbers.
  func isNumeric(_ index: Int) -> Bool {
    switch columns[index].alignment {
    case .leading: return false
    case .trailing: return true
    case .automatic: break
    }
    let filled = rows.lazy.map { $0[index] }.filter { $0 != .missing }
    return !filled.isEmpty && filled.allSatisfy(\.isNumber)
  }
}
