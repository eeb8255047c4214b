/// Lines of a lesson as cmark reads them: math hidden.
struct MaskedText {
  let source: SourceText
  /// The lines of the file: those after the front matter, or the content of a fence.
  let lines: Range<Int>
  private(set) var mask: MathMask
  /// What replaces bytes of the source, in order and apart from each other.
  private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []

  /// Hides the math of the lines.
  ///
  /// - Parameter mask: one for the file that hides nothing yet.
  init(_ source: SourceText, lines: Range<Int>, mask: MathMask, problems: inout ProblemList) {
    self.source = source
    self.lines = lines
    self.mask = mask
    let body = source.bytes[source.start(ofLine: lines.lowerBound)..<end]
    guard mask.isAvailable, body.contains(UInt8(ascii: "$")) else { return }
    hideDisplayMath(problems: &problems)
    hideMathInText()
  }

  /// What cmark made of the lines.
  var tree: MarkdownTree { MarkdownTree(bytes, firstLine: lines.lowerBound) }

  private var end: Int { source.start(ofLine: lines.upperBound) }

  /// What cmark is to parse.
  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var index = source.start(ofLine: lines.lowerBound)
    bytes.reserveCapacity(end - index)
    for replacement in replacements {
      bytes += source.bytes[index..<replacement.range.lowerBound]
      bytes += replacement.bytes
      index = replacement.range.upperBound
    }
    return bytes + source.bytes[index..<end]
  }

  // MARK: Between lines of two dollars

  private mutating func hideDisplayMath(problems: inout ProblemList) {
    let code = linesOfCode()
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard !code.contains(line), isDollars(line) else {
        line += 1
        continue
      }
      var end = line + 1
      while end < lines.upperBound, !isDollars(end), !(code.begins(at: end) && isFence(end)) {
        end += 1
      }
      guard end < lines.upperBound, isDollars(end) else {
        problems.report(
          "the formula that opens here is never closed", line: line,
          advice: "end it with a line ‘$$’")
        line = end
        continue
      }
      hideLines(line...end)
      line = end + 1
    }
  }

  /// Whether code that begins on a line has a fence, rather than an indentation that the TeX of
  /// an open formula may have as well.
  private func isFence(_ line: Int) -> Bool {
    let content = source.line(line).drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    return content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
  }

  private mutating func hideLines(_ lines: ClosedRange<Int>) {
    let opening = source.line(lines.lowerBound)
    let prefix = opening.prefix { $0 != UInt8(ascii: "$") }
    // A list's mark stands on its first line only.
    let further = prefix.map { $0.isBlank || $0 == UInt8(ascii: ">") ? $0 : UInt8(ascii: " ") }
    let content = (lines.lowerBound + 1..<lines.upperBound).map { number in
      let line = source.line(number)
      let stripped = line.starts(with: further) ? line.dropFirst(further.count) : line
      return String(decoding: stripped, as: UTF8.self)
    }
    let range = prefix.endIndex..<source.lines[lines.upperBound - 1].upperBound
    let formula = Formula(
      tex: content.joined(separator: "\n"), isDisplay: true,
      position: SourcePosition(line: lines.lowerBound, column: prefix.count + 1),
      range: range)
    let bytes = mask.hide(
      formula, lines: lines.count, prefix: String(decoding: further, as: UTF8.self))
    replacements.append((range, bytes))
  }

  /// Whether a line, but for the marks of the quote or list around it, is `$$`.
  private func isDollars(_ line: Int) -> Bool {
    let content = source.line(line).trimmed
    guard content.count <= 64, content.suffix(2).elementsEqual("$$".utf8) else { return false }
    return content.dropLast(2).allSatisfy { $0.isBlank || $0.isDigit || ">-+*.)".utf8.contains($0) }
  }

  private func linesOfCode() -> CodeLines {
    var code = CodeLines()
    tree.walk { node, _ in code.add(node) }
    return code
  }

  // MARK: In paragraphs and headings

  private mutating func hideMathInText() {
    let displays = replacements
    var found: [MathScanner.Match] = []
    tree.walk { node, _ in
      guard node.isLeafOfText else { return }
      let start = source.start(ofLine: node.start.line)
      let end = source.lines[min(max(node.endLine, node.start.line), lines.upperBound - 1) - 1]
      guard start < end.upperBound else { return }
      var scanner = MathScanner(source.bytes[start..<end.upperBound])
      found += scanner.matches()
    }
    replacements = []
    var next = displays[...]
    for match in found {
      while let display = next.first, display.range.lowerBound < match.range.lowerBound {
        replacements.append(display)
        next.removeFirst()
      }
      let isFree =
        (replacements.last?.range.upperBound ?? 0) <= match.range.lowerBound
        && (next.first?.range.lowerBound ?? .max) >= match.range.upperBound
      if isFree { hide(match) }
    }
    replacements += next
  }

  private mutating func hide(_ match: MathScanner.Match) {
    let lines = source.bytes[match.content].split(
      omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
    let start = source.position(at: match.range.lowerBound)
    let end = source.position(at: match.range.upperBound - 1)
    let tex = lines.enumerated().map { index, line in
      let isQuoted = index > 0
      let text = isQuoted ? line.drop { $0.isBlank || $0 == UInt8(ascii: ">") } : line
      return String(decoding: text, as: UTF8.self)
    }
    let formula = Formula(
      tex: tex.filter { !$0.isEmpty }.joined(separator: "\n"), isDisplay: match.isDisplay,
      position: start, range: match.range)
    let prefix = source.line(end.line).prefix { $0.isBlank || $0 == UInt8(ascii: ">") }
    let bytes = mask.hide(
      formula, lines: end.line - start.line + 1,
      prefix: end.line > start.line ? String(decoding: prefix, as: UTF8.self) : "")
    replacements.append((match.range, bytes))
  }
}
