/// Which separator a line has that was read with another one.
struct SeparatorGuess {
  /// What occurs in the line instead: `;`.
  let separator: String
  private let current: String

  /// - Parameters:
  ///   - line: a line of the file, as bytes.
  ///   - current: what the line was read with.
  /// - Returns: nil when nothing else seems to separate the line's fields.
  init?(line: ArraySlice<UInt8>, current: String) {
    let count = { (separator: String) in Self.count(of: separator, in: line) }
    let currentCount = count(current)
    var best = (separator: "", count: 0)
    for (candidate, _, mayBeInText) in Self.known where candidate != current {
      let found = count(candidate)
      // A title has blanks, colons and commas of its own.
      let isMore = mayBeInText ? currentCount == 0 : found > currentCount
      if isMore && found > best.count { best = (candidate, found) }
    }
    if best.count == 0 { return nil }
    separator = best.separator
    self.current = current
  }

  /// "semicolons, not by commas".
  var comparison: String { "\(Self.name(of: separator)), not by \(Self.name(of: current))" }

  /// `separator: ";"`, as it is written in Swift.
  var argument: String { "separator: \"\(separator == "\t" ? "\\t" : separator)\"" }

  static func name(of separator: String) -> String {
    known.first { $0.separator == separator }?.name ?? "\"\(separator)\""
  }

  private static let known: [(separator: String, name: String, mayBeInText: Bool)] = [
    (",", "commas", true), (";", "semicolons", false), ("\t", "tabs", false),
    ("|", "vertical bars", true), ("::", "double colons", false), (":", "colons", true),
    (" ", "blanks", true),
  ]

  /// How often a separator occurs; single colons are not those of `::`.
  private static func count(of separator: String, in line: ArraySlice<UInt8>) -> Int {
    let count = occurrences(of: Array(separator.utf8), in: line)
    return separator == ":" ? count - 2 * occurrences(of: Array("::".utf8), in: line) : count
  }

  private static func occurrences(of separator: [UInt8], in line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = line
    while let start = rest.firstIndex(of: separator[0]) {
      let isWhole = rest[start...].starts(with: separator)
      if isWhole { count += 1 }
      rest = rest[(start + (isWhole ? separator.count : 1))...]
    }
    return count
  }
}

extension DelimitedText {
  /// What seems to separate the fields of the line at a byte in place of this file's separator.
  func separatorGuess(at offset: Int) -> SeparatorGuess? {
    let start = bytes[..<offset].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: .lineFeed) ?? bytes.count
    return SeparatorGuess(
      line: bytes[start..<end], current: String(decoding: separator, as: UTF8.self))
  }

  /// - Parameter hint: what to do when the file has another separator, given the argument that
  ///   names it; nil where there is no such argument.
  /// - Throws: ``DataFileError`` unless the record has `count` fields.
  func expect(
    _ fields: [Field], count: Int, hint: (SeparatorGuess) -> String? = { _ in nil }
  ) throws {
    if fields.count == count { return }
    let found = fields.count == 1 ? "1 field" : "\(fields.count) fields"
    var message = "this line has \(found) and should have \(count)"
    if fields.count < count, let guess = separatorGuess(at: fields[0].range.lowerBound) {
      message += "; it is separated by \(guess.comparison)"
      if let hint = hint(guess) { message += ": \(hint)" }
    }
    throw error(message, at: fields[0].range.lowerBound)
  }
}
