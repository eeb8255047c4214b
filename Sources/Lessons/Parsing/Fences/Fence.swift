/// A fenced block of code at the top level of a lesson.
struct Fence {
  /// Where the fence's first backtick (or tilde) stands.
  var position: SourcePosition
  /// The words after the opening fence.
  var words: [FenceWord]
  /// The numbers of the lines between the two fences.
  var contentLines: Range<Int>
  var isClosed: Bool

  var firstLine: Int { position.line }
  /// The line after the fence.
  var endLine: Int { contentLines.upperBound + (isClosed ? 1 : 0) }
  var isIndented: Bool { position.column > 1 }

  /// The fence that opens at `node`; nil when the block is indented code.
  init?(_ node: MarkdownNode, in source: SourceText) {
    let line = source.line(node.start.line)
    let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
    let fence = line.dropFirst(indentation)
    guard indentation <= 3, let mark = fence.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let length = fence.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }

    position = SourcePosition(line: node.start.line, column: indentation + 1)
    words = FenceWord.words(
      of: fence.dropFirst(length), line: position.line, lineStart: line.startIndex)
    let last = min(node.endLine, source.lines.count)
    isClosed =
      last > position.line && Fence.closes(source.line(last), mark: mark, length: length)
    contentLines = position.line + 1..<max(position.line + 1, isClosed ? last : last + 1)
  }

  /// Whether a line ends a fence of `length` marks.
  private static func closes(_ line: ArraySlice<UInt8>, mark: UInt8, length: Int) -> Bool {
    let content = line.trimmed
    return content.count >= length && content.allSatisfy { $0 == mark }
      && line.prefix { $0.isBlank }.count <= 3
  }

  func text(in source: SourceText) -> String { source.text(ofLines: contentLines) }

  /// The bytes between the two fence lines.
  func byteRange(in source: SourceText) -> Range<Int> {
    source.start(ofLine: contentLines.lowerBound)..<source.start(ofLine: contentLines.upperBound)
  }
}
