/// A row of a ``Table`` written out, its values in the order of the columns: `Row("plain", 0.88)`.
///
/// Values are numbers, text, or anything else that is a ``TableValue``; nil is a blank cell.
public struct Row: Sendable, Equatable {
  /// One for each column.
  public var cells: [Table.Cell]

  public init(_ values: (any TableValue)?...) {
    cells = values.map { $0?.tableCell ?? .missing }
  }

  public init(cells: [Table.Cell]) { self.cells = cells }
}
