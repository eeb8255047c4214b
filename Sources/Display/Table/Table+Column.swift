extension Table {
  /// A column's title and how its cells are written. A string literal is a column, too.
  ///
  /// ``Display/Column`` adds what each row has in it.
  public struct Column: Sendable, Equatable, ExpressibleByStringLiteral {
    public var title: String
    /// How numbers are written; nil writes each with as many digits as it needs.
    public var format: NumberFormat?
    public var alignment: Alignment
    /// Longer text is cut in the terminal, with an ellipsis.
    public var maximumWidth: Int?
    /// Whether the cells of this column name their rows.
    public var isRowHeader: Bool

    /// At most one of `decimals`, `significantDigits` and `format` says how numbers are written:
    /// `decimals: 2` is short for `format: .decimals(2)`. Stops the program when two of them do, or
    /// when `maximumWidth` is below 1.
    public init(
      _ title: String, decimals: Int? = nil, significantDigits: Int? = nil,
      format: NumberFormat? = nil, alignment: Alignment = .automatic, maximumWidth: Int? = nil,
      isRowHeader: Bool = false
    ) {
      let formats = [
        decimals.map(NumberFormat.decimals),
        significantDigits.map(NumberFormat.significantDigits), format,
      ]
      .compactMap(\.self)
      if formats.count > 1 {
        fatalError(
          "Column \"\(title)\": give one of decimals, significantDigits and format, not several")
      }
      if let maximumWidth, maximumWidth < 1 {
        fatalError("Column \"\(title)\": maximumWidth is \(maximumWidth); it must be at least 1")
      }
      self.title = title
      self.format = formats.first
      self.alignment = alignment
      self.maximumWidth = maximumWidth
      self.isRowHeader = isRowHeader
    }

    public init(stringLiteral title: String) { self.init(title) }

    /// A column whose cells name their rows, usually the first.
    public static func rowHeader(_ title: String, maximumWidth: Int? = nil) -> Column {
      Column(title, maximumWidth: maximumWidth, isRowHeader: true)
    }
  }

  /// Which side of a column its cells lean to.
  public enum Alignment: Sendable, Equatable {
    /// Numbers at the decimal point, text to the left.
    case automatic
    case leading
    /// Numbers at the decimal point, text to the right.
    case trailing
  }
}
