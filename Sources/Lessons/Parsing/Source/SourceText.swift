/// The bytes of a lesson's file and where its lines are.
///
/// Lines end where cmark ends them: at `\n`, `\r\n` or a lone `\r`. A byte order mark belongs to
/// no line, so that columns count what an editor shows.
struct SourceText: Sendable {
  let bytes: [UInt8]
  /// The bytes of each line without its line break. A file that ends with a line break has no
  /// empty line after it.
  let lines: [Range<Int>]

  init(_ text: String) {
    bytes = Array(text.utf8)
    lines = SourceText.lines(of: bytes)
  }

  /// Where line `number` begins; the end of the file for the line after the last.
  func start(ofLine number: Int) -> Int {
    number <= lines.count ? lines[number - 1].lowerBound : bytes.count
  }

  /// The bytes of line `number`, counted from 1; nothing for a line that is not there.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    (1...max(1, lines.count)).contains(number) && !lines.isEmpty ? bytes[lines[number - 1]] : []
  }

  /// The number of the line that holds the byte at `offset`.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  func position(at offset: Int) -> SourcePosition {
    let number = lineNumber(at: offset)
    return SourcePosition(line: number, column: max(0, offset - start(ofLine: number)) + 1)
  }

  func offset(of position: SourcePosition) -> Int {
    min(start(ofLine: position.line) + position.column - 1, bytes.count)
  }

  /// The text of whole lines, each ended by `\n`.
  func text(ofLines numbers: Range<Int>) -> String {
    var text: [UInt8] = []
    for number in numbers {
      text += line(number)
      text.append(UInt8(ascii: "\n"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte.isLineBreak else {
        index += 1
        continue
      }
      lines.append(start..<index)
      let isPair =
        byte == UInt8(ascii: "\r") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "\n")
      index += isPair ? 2 : 1
      start = index
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isLetter: Bool { (self | 0x20).isSmallLetter }
}

extension ArraySlice<UInt8> {
  /// Without blanks at either end.
  var trimmed: ArraySlice<UInt8> {
    let front = drop { $0.isBlank }
    guard let last = front.lastIndex(where: { !$0.isBlank }) else { return [] }
    return front[...last]
  }
}
