/// A cell as a formula names it: an address, and whether copying the formula keeps its column
/// (`$B7`), its row (`B$7`) or both (`$B$7`).
struct CellReference: Hashable, Sendable {
  var address: CellAddress
  var keepsColumn = false
  var keepsRow = false

  init(_ address: CellAddress, keepsColumn: Bool = false, keepsRow: Bool = false) {
    self.address = address
    self.keepsColumn = keepsColumn
    self.keepsRow = keepsRow
  }

  /// Reads `B7`, `$B7`, `B$7`, `$B$7`, in capitals or not; `nil` for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }
    keepsColumn = skip(UInt8(ascii: "$"))
    let letters = rest.prefix { Self.isLetter($0) }
    rest = rest.dropFirst(letters.count)
    keepsRow = skip(UInt8(ascii: "$"))
    guard (1...3).contains(letters.count), (1...7).contains(rest.count),
      rest.first != UInt8(ascii: "0"), rest.allSatisfy({ Self.isDigit($0) }),
      let address = CellAddress(
        column: letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 64 },
        row: rest.reduce(0) { $0 * 10 + Int($1) - 48 })
    else { return nil }
    self.address = address
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The reference in a copy of its formula that many cells away; `nil` if that is off the sheet.
  func shifted(columns: Int, rows: Int) -> CellReference? {
    address.moved(columns: keepsColumn ? 0 : columns, rows: keepsRow ? 0 : rows).map {
      CellReference($0, keepsColumn: keepsColumn, keepsRow: keepsRow)
    }
  }

  /// As one writes it in a formula.
  var text: String {
    (keepsColumn ? "$" : "") + CellAddress.letters(ofColumn: address.column)
      + (keepsRow ? "$" : "") + String(address.row)
  }
}
