import Lessons

/// A lesson's file as bytes, and where output blocks stand in it.
struct LessonBytes {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ source: String) {
    let bytes = Array(source.utf8)
    self.bytes = bytes
    var starts = [0]
    // As CommonMark has it: at `\n`, `\r\n` or a lone `\r`.
    for (index, byte) in bytes.enumerated() {
      let isBeforeNewline = bytes[(index + 1)...].first == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isBeforeNewline) {
        starts.append(index + 1)
      }
    }
    self.starts = starts
  }

  func applying(_ edits: [Blessing.Edit]) -> String {
    var result: [UInt8] = []
    var copied = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[copied..<edit.range.lowerBound]
      result += edit.text.utf8
      copied = edit.range.upperBound
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  func edits(for step: Step, output: String) -> [Blessing.Edit] {
    guard let expected = step.expected else { return [insertion(after: step, output: output)] }
    if OutputLines(output).lines.isEmpty { return [removal(of: expected, after: step)] }
    return replacement(of: expected, output: output)
  }

  // MARK: The three kinds of change

  private func replacement(of expected: ExpectedOutput, output: String) -> [Blessing.Edit] {
    let range = expected.byteRange
    let lineBreak = lineBreak(before: range.lowerBound)
    let raw = lines(in: range)
    let lines = BlessedText.lines(output: output, expected: expected, raw: raw)
    // A block that the file's end closes may lack the last line break, and keeps lacking it.
    let isOpen = range.upperBound == bytes.count && range.upperBound > range.lowerBound
    let lastBreak = isOpen && starts.last != bytes.count ? "" : lineBreak
    let content = lines.joined(separator: lineBreak) + (lines.isEmpty ? "" : lastBreak)
    return [Blessing.Edit(range: range, text: content)] + longerFences(around: range, lines)
  }

  private func insertion(after step: Step, output: String) -> Blessing.Edit {
    let fence = Fence(lineText(step.position.line))
    let closing = step.codeLine + step.code.utf8.count { $0 == UInt8(ascii: "\n") }
    let isClosed = closing <= starts.count && fence.isClosed(by: lineText(closing))
    let end = isClosed ? endOfLine(closing) : bytes.count
    let lineBreak = lineBreak(before: start(ofLine: step.codeLine))
    let lines = OutputLines(output).lines
    let marks = Fence.enclosing(lines)
    var block = ["", marks + "output"] + lines + [marks]
    // A file that ends within the step's code: its fence has to be closed first.
    if !isClosed { block.insert(fence.marks, at: 0) }
    let endsLine = starts.contains(end) && end > 0
    let text = block.joined(separator: lineBreak)
    return Blessing.Edit(range: end..<end, text: endsLine ? text + lineBreak : lineBreak + text)
  }

  /// From the end of the step to the end of the block.
  private func removal(of expected: ExpectedOutput, after step: Step) -> Blessing.Edit {
    let closing = step.codeLine + step.code.utf8.count { $0 == UInt8(ascii: "\n") }
    let opening = lineNumber(at: expected.byteRange.lowerBound) - 1
    let start = min(endOfLine(closing), start(ofLine: opening))
    let last = lineNumber(at: expected.byteRange.upperBound)
    let end = expected.byteRange.upperBound >= bytes.count ? bytes.count : endOfLine(last)
    return Blessing.Edit(range: start..<end, text: "")
  }

  /// Lengthens the block's fence when a line of the content would close it.
  private func longerFences(around range: Range<Int>, _ lines: [String]) -> [Blessing.Edit] {
    let openingLine = lineNumber(at: range.lowerBound) - 1
    let closingLine = lineNumber(at: range.upperBound)
    let fence = Fence(lineText(openingLine))
    guard lines.contains(where: fence.isClosed) else { return [] }
    let mark = fence.marks.prefix(1)
    let longest = lines.map { $0.count { String($0) == mark } }.max() ?? 0
    let missing = String(repeating: String(mark), count: longest + 1 - fence.marks.count)
    var edits: [Blessing.Edit] = []
    for line in [openingLine, closingLine] where Fence(lineText(line)).marks.hasPrefix(mark) {
      let place = start(ofLine: line) + Fence(lineText(line)).indentation
      edits.append(Blessing.Edit(range: place..<place, text: missing))
    }
    return edits
  }

  // MARK: Lines, counted from 1

  private func start(ofLine line: Int) -> Int {
    line <= starts.count ? starts[line - 1] : bytes.count
  }

  /// The byte after the line's break.
  private func endOfLine(_ line: Int) -> Int { start(ofLine: line + 1) }

  private func lineText(_ line: Int) -> String {
    let text = bytes[start(ofLine: line)..<endOfLine(line)]
    return OutputLines.split(String(decoding: text, as: UTF8.self))[0]
  }

  private func lineNumber(at offset: Int) -> Int {
    starts.lastIndex { $0 <= offset }.map { $0 + 1 } ?? 1
  }

  private func lines(in range: Range<Int>) -> [String] {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let lines = OutputLines.split(text)
    return text.isEmpty || lines.last != "" ? lines : lines.dropLast()
  }

  private func lineBreak(before offset: Int) -> String {
    switch bytes[..<offset].suffix(2) {
    case [UInt8(ascii: "\r"), UInt8(ascii: "\n")]: "\r\n"
    case let end where end.last == UInt8(ascii: "\r"): "\r"
    default: "\n"
    }
  }
}
