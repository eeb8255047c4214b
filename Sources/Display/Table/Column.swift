/// A column of a ``Table``: a title, and what each row has in it.
///
///     Column("mean", \.mean, decimals: 2)
///     Column("error", decimals: 3) { row in row.prediction - row.rating }
///     Column(rowHeader: "film", \.title)
///
/// The value is a number, text, or anything else that is a ``TableValue``; nil is a blank cell. At
/// most one of `decimals`, `significantDigits` and `format` says how numbers are written;
/// percentages are `format: .percent(decimals: 1)`, thousands with commas
/// `format: .decimals(0).grouped`.
///
/// The closure of a column cannot throw: the column keeps it and the table calls it for each row, at
/// a place where an error could not be told from one of the closure around the columns. Compute what
/// can fail before: `let results = try rates.map(train)`.
public struct Column<Row> {
  /// The title and how cells are written.
  public let header: Table.Column
  /// What `row` has in this column.
  public let cell: (_ row: Row) -> Table.Cell

  init<Value: TableValue>(header: Table.Column, value: @escaping (Row) -> Value) {
    self.header = header
    cell = { value($0).tableCell }
  }

  /// A column of one property of each row.
  public init<Value: TableValue>(
    _ title: String, _ property: KeyPath<Row, Value>, decimals: Int? = nil,
    significantDigits: Int? = nil, format: NumberFormat? = nil,
    alignment: Table.Alignment = .automatic, maximumWidth: Int? = nil
  ) {
    self.init(
      title, decimals: decimals, significantDigits: significantDigits, format: format,
      alignment: alignment, maximumWidth: maximumWidth, value: { $0[keyPath: property] })
  }

  /// A column of what `value` makes of each row.
  public init<Value: TableValue>(
    _ title: String, decimals: Int? = nil, significantDigits: Int? = nil,
    format: NumberFormat? = nil, alignment: Table.Alignment = .automatic,
    maximumWidth: Int? = nil, value: @escaping (_ row: Row) -> Value
  ) {
    let header = Table.Column(
      title, decimals: decimals, significantDigits: significantDigits, format: format,
      alignment: alignment, maximumWidth: maximumWidth)
    self.init(header: header, value: value)
  }
}

extension Column {
  /// A column of one property that names its row, usually the first column.
  public init<Value: TableValue>(
    rowHeader title: String, _ property: KeyPath<Row, Value>, decimals: Int? = nil,
    significantDigits: Int? = nil, format: NumberFormat? = nil,
    alignment: Table.Alignment = .automatic, maximumWidth: Int? = nil
  ) {
    self.init(
      rowHeader: title, decimals: decimals, significantDigits: significantDigits, format: format,
      alignment: alignment, maximumWidth: maximumWidth, value: { $0[keyPath: property] })
  }

  /// A column of what `value` makes of each row, which names the row.
  public init<Value: TableValue>(
    rowHeader title: String, decimals: Int? = nil, significantDigits: Int? = nil,
    format: NumberFormat? = nil, alignment: Table.Alignment = .automatic,
    maximumWidth: Int? = nil, value: @escaping (_ row: Row) -> Value
  ) {
    let header = Table.Column(
      title, decimals: decimals, significantDigits: significantDigits, format: format,
      alignment: alignment, maximumWidth: maximumWidth, isRowHeader: true)
    self.init(header: header, value: value)
  }
}
