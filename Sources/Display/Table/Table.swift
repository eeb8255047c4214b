/// Rows and columns with headers: aligned text in the terminal, a real table on the page.
///
///     Table(films, caption: "Ratings of three films") {
///       Column(rowHeader: "film", \.title)
///       Column("ratings", \.count)
///       Column("mean", \.mean, decimals: 2)
///     }
///
/// A few rows are written out, their values in the order of the columns:
///
///     Table(columns: [.rowHeader("model"), .init("error", decimals: 3)]) {
///       Row("plain", 0.9801)
///       Row("with biases", nil)
///     }
///
/// Numbers are aligned at the decimal point, everything else is text; `nil` is a blank cell.
public struct Table: Sendable, Equatable {
  public var columns: [Column]
  /// As many cells a row as there are columns.
  public var rows: [[Cell]]
  public var caption: String?
  /// A longer table is shown by its first and last rows only.
  public var limit: RowLimit
  /// What is shown in a missing cell.
  public var missing: String

  /// Makes a table of rows that are written out; conditions and loops may be among them. Stops
  /// the program when a row has more or fewer values than there are columns: nil is a blank cell.
  public init(
    columns: [Column], caption: String? = nil, limit: RowLimit = .standard, missing: String = "",
    @TableBuilder<Row> rows: () throws -> [Row]
  ) rethrows {
    self.columns = columns
    self.rows = try rows().map(\.cells)
    self.caption = caption
    self.limit = limit
    self.missing = missing
    for (index, row) in self.rows.enumerated() where row.count != columns.count {
      let cells = row.map { $0.text(format: nil) ?? "nil" }.joined(separator: ", ")
      let titles = columns.map(\.title).joined(separator: ", ")
      fatalError(
        """
        Table: row \(index + 1) has \(counted(row.count, "cell")) (\(cells)) for \
        \(counted(columns.count, "column")) (\(titles)); nil makes a cell blank
        """)
    }
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
