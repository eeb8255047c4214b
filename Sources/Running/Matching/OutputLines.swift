/// A text as comparing sees it: lines without trailing blanks, and without blank lines at
/// either end.
struct OutputLines: Equatable {
  var lines: [String]
  /// How many blank lines stood before the first.
  var leadingBlankLines: Int

  init(_ text: String) {
    let all = Self.split(text).map(Self.withoutTrailingBlanks)
    let first = all.firstIndex { !$0.isEmpty } ?? all.endIndex
    let last = all.lastIndex { !$0.isEmpty } ?? first - 1
    lines = first <= last ? Array(all[first...last]) : []
    leadingBlankLines = first
  }

  /// CommonMark ends a line at `\n`, `\r\n` or `\r`, so what a step writes has to be read the
  /// same way, or an output once written to a lesson would come back with other lines.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lines.append(String(decoding: line, as: UTF8.self))
        line = []
      // As CommonMark has it.
      case 0: line += "\u{FFFD}".utf8
      default: line.append(byte)
      }
      previous = byte
    }
    lines.append(String(decoding: line, as: UTF8.self))
    return lines
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
