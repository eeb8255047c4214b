/// A line of a lesson with a caret line to print below it.
///
/// Tabs stay tabs in both, so that they line up whatever a terminal's tab stops are; a very long
/// line is cut down to what surrounds the caret; control characters are shown by their code.
struct SourceExcerpt: Equatable {
  var text: String
  var caret: String

  private static let bytesBefore = 60
  private static let bytesAfter = 60

  /// - Parameter column: counts UTF-8 bytes from 1.
  init(line: String, column: Int, length: Int) {
    let bytes = Array(line.utf8)
    let start = Self.characterStart(min(max(0, column - 1), bytes.count), in: bytes)
    let end = Self.characterEnd(min(start + max(1, length), bytes.count), in: bytes)
    let first = Self.characterStart(max(0, start - Self.bytesBefore), in: bytes)
    let last = Self.characterStart(min(bytes.count, start + Self.bytesAfter), in: bytes)
    let before = String(decoding: bytes[first..<start], as: UTF8.self)
    let marked = String(decoding: bytes[start..<max(start, min(end, last))], as: UTF8.self)
    let after = String(decoding: bytes[max(start, min(end, last))..<last], as: UTF8.self)

    let lead = (first > 0 ? "…" : "") + before.withVisibleControls
    let shown = marked.withVisibleControls
    text = lead + shown + after.withVisibleControls + (last < bytes.count ? "…" : "")
    caret =
      String(lead.flatMap { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) })
      + "^" + String(repeating: "~", count: max(0, shown.reduce(0) { $0 + $1.columns } - 1))
  }

  private static func characterEnd(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// The start of the character that the byte at `offset` belongs to.
  private static func characterStart(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

extension String {
  /// Characters that would move the cursor, colour the terminal or reorder the line, shown by
  /// their code point; tabs stay.
  var withVisibleControls: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\t", .format, .lineSeparator, .paragraphSeparator:
        result += "‹U+" + String(scalar.value, radix: 16, uppercase: true) + "›"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Character {
  /// How many columns of a terminal the character takes.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
