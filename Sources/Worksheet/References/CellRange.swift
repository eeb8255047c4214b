/// A rectangle of cells, both corners included: `B2:F16`. A single cell is a range too.
public struct CellRange: Hashable, Sendable {
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>

  /// The most cells that a range may have. Far above any lesson's; a slip such as `A1:XFD1048576`
  /// would otherwise take all memory.
  public static let maximumCount = 1_000_000

  /// The rectangle with these two corners, whichever they are.
  public init(_ corner: CellAddress, _ opposite: CellAddress) {
    rows = min(corner.row, opposite.row)...max(corner.row, opposite.row)
    columns = min(corner.column, opposite.column)...max(corner.column, opposite.column)
  }

  /// Reads `B2:F16` or `B2`.
  ///
  /// - Throws: ``WorksheetError`` if `text` is neither, or has too many cells.
  public init(_ text: String) throws(WorksheetError) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard corners.count <= 2, let first = CellAddress(corners[0]),
      let last = CellAddress(corners[corners.count - 1])
    else { throw .notAReference(text) }
    self.init(first, last)
    if count > Self.maximumCount { throw .rangeTooLarge(self) }
  }

  public var count: Int { rows.count * columns.count }

  /// The upper left corner.
  public var first: CellAddress { self[0, 0] }
  /// The lower right corner.
  public var last: CellAddress { self[rows.count - 1, columns.count - 1] }

  public func contains(_ address: CellAddress) -> Bool {
    rows.contains(address.row) && columns.contains(address.column)
  }

  /// The cells, row by row.
  public var addresses: [CellAddress] {
    rows.indices.flatMap { row in
      columns.map { CellAddress(column: $0, row: rows[row])! }
    }
  }

  /// The cell that many rows below and columns to the right of the upper left corner.
  subscript(rowOffset: Int, columnOffset: Int) -> CellAddress {
    CellAddress(column: columns.lowerBound + columnOffset, row: rows.lowerBound + rowOffset)!
  }
}

extension CellRange: CustomStringConvertible {
  public var description: String { count == 1 ? "\(first)" : "\(first):\(last)" }
}
