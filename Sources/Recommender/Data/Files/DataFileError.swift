/// What is wrong with a data file, and where.
///
/// Its description names the file, the line and the column, says what was expected, and shows
/// the offending line with a caret below the field.
public struct DataFileError: Error, Sendable, Equatable {
  public let path: String
  /// The line, counted from 1; nil when the fault is not in a line (a file that is missing).
  public let line: Int?
  /// The column in characters, counted from 1.
  public let column: Int?
  /// The offending line, cut to what a terminal shows.
  public let text: String?
  /// What is wrong and, where it can be told, what to do.
  public let message: String

  init(_ message: String, path: String) {
    self.message = message
    self.path = path
    line = nil
    column = nil
    text = nil
  }

  /// Another message for the place of an error.
  init(_ message: String, at place: DataFileError) {
    self.message = message
    path = place.path
    line = place.line
    column = place.column
    text = place.text
  }

  /// Places the error at a byte of the file.
  ///
  /// - Parameters:
  ///   - offset: of the byte, from 0 to the file's length.
  ///   - known: a byte before it whose line is known.
  init(
    _ message: String, path: String, bytes: [UInt8], offset: Int,
    from known: (start: Int, line: Int) = (0, 1)
  ) {
    let excerpt = LineExcerpt(bytes: bytes, offset: offset, from: known)
    self.message = message
    self.path = path
    line = excerpt.line
    column = excerpt.column
    text = excerpt.text
  }
}

extension DataFileError: CustomStringConvertible {
  public var description: String {
    guard let line, let column, let text else { return "\(path): \(message)" }
    let heading = "\(path):\(line):\(column): \(message)"
    if text.isEmpty { return heading }
    let caret = String(repeating: " ", count: min(column - 1, text.count)) + "^"
    return "\(heading)\n  \(text)\n  \(caret)"
  }
}

/// The line around a byte of a file, fit to be shown.
private struct LineExcerpt {
  static let longest = 160

  let line: Int
  let column: Int
  let text: String

  init(bytes: [UInt8], offset: Int, from known: (start: Int, line: Int)) {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    line = known.line + bytes[min(known.start, start)..<start].count(where: { $0 == newline })
    column = 1 + String(decoding: bytes[start..<offset], as: UTF8.self).count
    text = Self.visible(bytes[start..<min(end, start + 4 * Self.longest)])
  }

  /// Control characters would move the caret or garble the terminal: they become blanks.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let printable = bytes.map { $0 < 32 || $0 == 127 ? UInt8(ascii: " ") : $0 }
    let text = String(decoding: printable, as: UTF8.self)
    var kept = text.prefix(longest)
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
