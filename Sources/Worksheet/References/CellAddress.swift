/// Where a cell stands: `B7` is column 2, row 7.
public struct CellAddress: Hashable, Sendable {
  /// Column `A` is 1.
  public let column: Int
  /// The first row is 1.
  public let row: Int

  /// The last column, `XFD`, and the last row: the limits of Excel and LibreOffice.
  public static let lastColumn = 16_384
  public static let lastRow = 1_048_576

  /// - Returns: `nil` for a place off the sheet.
  public init?(column: Int, row: Int) {
    guard (1...Self.lastColumn).contains(column), (1...Self.lastRow).contains(row) else {
      return nil
    }
    self.column = column
    self.row = row
  }

  /// Reads `B7`, `b7` or `$B$7`; `nil` for anything else.
  public init?(_ text: String) {
    guard let reference = CellReference(text) else { return nil }
    self = reference.address
  }

  /// The cell that many columns to the right and rows down; `nil` off the sheet.
  func moved(columns: Int, rows: Int) -> CellAddress? {
    CellAddress(column: column + columns, row: row + rows)
  }

  /// `A` for 1, `Z` for 26, `AA` for 27.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension CellAddress {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(row << 14 | (column - 1))
  }
}

extension CellAddress: CustomStringConvertible {
  public var description: String { Self.letters(ofColumn: column) + String(row) }
}

/// Reading order: row by row, from left to right.
extension CellAddress: Comparable {
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
