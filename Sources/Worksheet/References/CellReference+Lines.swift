extension CellReference {
  /// The corners of whole columns, `B:D`, or whole rows, `2:$3`; `nil` unless both texts are
  /// columns or both are rows.
  static func lines(_ first: String, _ last: String) -> (CellReference, CellReference)? {
    if let (from, keepsFrom) = column(first), let (to, keepsTo) = column(last) {
      let (top, bottom) = (1, CellAddress.lastRow)
      return corners(
        CellAddress(column: min(from, to), row: top),
        CellAddress(column: max(from, to), row: bottom),
        keepsColumn: from <= to ? (keepsFrom, keepsTo) : (keepsTo, keepsFrom),
        keepsRow: (true, true))
    }
    if let (from, keepsFrom) = row(first), let (to, keepsTo) = row(last) {
      let (left, right) = (1, CellAddress.lastColumn)
      return corners(
        CellAddress(column: left, row: min(from, to)),
        CellAddress(column: right, row: max(from, to)),
        keepsColumn: (true, true),
        keepsRow: from <= to ? (keepsFrom, keepsTo) : (keepsTo, keepsFrom))
    }
    return nil
  }

  private static func corners(
    _ first: CellAddress?, _ last: CellAddress?, keepsColumn: (Bool, Bool), keepsRow: (Bool, Bool)
  ) -> (CellReference, CellReference)? {
    guard let first, let last else { return nil }
    return (
      CellReference(first, keepsColumn: keepsColumn.0, keepsRow: keepsRow.0),
      CellReference(last, keepsColumn: keepsColumn.1, keepsRow: keepsRow.1)
    )
  }

  private static func column(_ text: String) -> (Int, keeps: Bool)? {
    let letters = text.hasPrefix("$") ? text.dropFirst() : text[...]
    guard let reference = CellReference("\(letters)1"), !letters.contains("$") else { return nil }
    return letters.contains(where: \.isNumber)
      ? nil : (reference.address.column, letters.count < text.count)
  }

  private static func row(_ text: String) -> (Int, keeps: Bool)? {
    let digits = text.hasPrefix("$") ? text.dropFirst() : text[...]
    guard let reference = CellReference("A\(digits)"), !digits.contains("$"),
      digits.allSatisfy(\.isNumber)
    else { return nil }
    return (reference.address.row, digits.count < text.count)
  }

  /// As one writes it as the end of a range of whole columns.
  var columnText: String {
    (keepsColumn ? "$" : "") + CellAddress.letters(ofColumn: address.column)
  }

  /// As one writes it as the end of a range of whole rows.
  var rowText: String { (keepsRow ? "$" : "") + String(address.row) }
}

extension CellRange {
  /// Whether it has whole columns, `B:D`, or whole rows, `2:3`.
  var isWhole: Bool { isWholeColumns || isWholeRows }

  var isWholeColumns: Bool { rows == 1...CellAddress.lastRow }
  var isWholeRows: Bool { columns == 1...CellAddress.lastColumn }
}
