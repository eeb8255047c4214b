extension Table {
  /// Makes a table with a row for each element of `rows`.
  ///
  ///     Table(zip(rates, losses), caption: "After one epoch") {
  ///       Column(rowHeader: "learning rate", \.0)
  ///       Column("loss", \.1, decimals: 3)
  ///       for user in users {
  ///         Column(user.name, decimals: 2) { rate, _ in error(of: user, rate: rate) }
  ///       }
  ///     }
  ///
  /// Dictionaries come sorted by key and sets by element, numbers before text, since their own order
  /// changes from run to run. Titles may repeat. Stops the program when there are no columns.
  public init<Rows: Sequence>(
    _ rows: Rows, caption: String? = nil, limit: RowLimit = .standard, missing: String = "",
    @TableBuilder<Display.Column<Rows.Element>> columns: () throws -> [Display.Column<Rows.Element>]
  ) rethrows {
    let columns = try columns()
    if columns.isEmpty {
      fatalError(#"Table: there are no columns; give at least one: Column("title", \.title)"#)
    }
    self.init(columns: columns.map(\.header), caption: caption, limit: limit, missing: missing) {
      for row in inFixedOrder(rows) { Row(cells: columns.map { $0.cell(row) }) }
    }
  }

  /// Makes a table of a matrix, a list of rows, with a name for each row and column.
  ///
  ///     Table(values: counts, rows: classes, columns: classes, corner: "really")
  ///
  /// Stops the program when names and values differ in number.
  ///
  /// - Parameter corner: the title above the rows' names.
  public init<Name: TableValue, Value: TableValue>(
    values: [[Value]], rows: [Name], columns: [String], corner: String = "", decimals: Int? = nil,
    significantDigits: Int? = nil, format: NumberFormat? = nil, caption: String? = nil,
    limit: RowLimit = .standard, missing: String = ""
  ) {
    if values.count != rows.count {
      fatalError(
        """
        Table: there are \(counted(values.count, "row")) of values and \
        \(counted(rows.count, "row name"))
        """)
    }
    for (index, row) in values.enumerated() where row.count != columns.count {
      fatalError(
        """
        Table: row \(index + 1) has \(counted(row.count, "value")) for \
        \(counted(columns.count, "column name")) (\(columns.joined(separator: ", ")))
        """)
    }
    self.init(zip(rows, values), caption: caption, limit: limit, missing: missing) {
      Display.Column(rowHeader: corner, \.0)
      for (index, title) in columns.enumerated() {
        Display.Column(
          title, decimals: decimals, significantDigits: significantDigits, format: format,
          value: { $0.1[index] })
      }
    }
  }

  /// Makes a table of any values; see ``Cell/init(_:)``. A row shorter than `columns` ends in
  /// missing cells. Stops the program when a row is longer.
  ///
  /// Prefer the forms whose columns or rows have types.
  public init(
    columns: [Column], rows: [[Any?]], caption: String? = nil, limit: RowLimit = .standard,
    missing: String = ""
  ) {
    self.init(columns: columns, caption: caption, limit: limit, missing: missing) {
      for row in rows {
        let blanks = Array(repeating: Cell.missing, count: max(0, columns.count - row.count))
        Row(cells: row.map(Cell.init) + blanks)
      }
    }
  }
}

/// `1 cell`, `2 cells`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
