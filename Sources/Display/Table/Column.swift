extension Table {
  /// A column's title and how its cells are written. A string literal is a column, too.
  public struct Column: Sendable, Equatable, ExpressibleByStringLiteral {
    public var title: String
    /// How numbers are written; nil writes each with as many digits as it needs.
    public var format: NumberFormat?
    public var alignment: Alignment
    /// Longer text is cut in the terminal, with an ellipsis.
    public var maximumWidth: Int?
    /// Whether the cells of this column name their rows.
    public var isRowHeader: Bool

    public init(
      _ title: String, format: NumberFormat? = nil, alignment: Alignment = .automatic,
      maximumWidth: Int? = nil, isRowHeader: Bool = false
    ) {
      self.title = title
      self.format = format
      self.alignment = alignment
      self.maximumWidth = maximumWidth
      self.isRowHeader = isRowHeader
    }

    /// A column of numbers with so many digits after the point.
    public init(_ title: String, decimals: Int) {
      self.init(title, format: .decimals(decimals))
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
