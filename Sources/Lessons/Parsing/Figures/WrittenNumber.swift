/// The number at the end of a stretch of text: digits with an optional sign (`-`, `+`, `−`),
/// grouping commas, decimals and exponent.
enum WrittenNumber {
  /// Longer numbers are cut: nobody writes them in prose.
  private static let longest = 64

  /// The bytes of the number that ends where `text` ends.
  static func suffix(of text: ArraySlice<UInt8>) -> Range<Int>? {
    let tail = String(decoding: text.suffix(longest), as: UTF8.self)
    guard let match = tail.firstMatch(of: pattern) else { return nil }
    var number = match.output
    if let sign = number.first, !sign.isNumber, isWord(tail[..<number.startIndex].last) {
      // The hyphen of ‘epoch-3’.
      number = number.dropFirst()
    }
    return text.endIndex - number.utf8.count..<text.endIndex
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == ")" } ?? false
  }

  nonisolated(unsafe) private static let pattern =
    /[+\-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?$/
}
