/// Finds where an inline stands in the file.
///
/// cmark's own columns of inlines are right only on a paragraph's first line and where no math
/// was hidden before, so the inline's text is looked for from where the last one was found.
struct InlineLocator {
  private let source: SourceText
  private let block: SourcePosition
  private let end: Int
  private var next: Int

  init(source: SourceText, block: MarkdownNode) {
    self.source = source
    self.block = block.start
    next = source.offset(of: block.start)
    end = source.start(ofLine: max(block.start.line, block.endLine) + 1)
  }

  /// Goes past `text`, so that it is not taken for an inline that follows.
  mutating func skip(_ text: String) {
    if let range = range(of: text, from: next, to: end) { next = range.upperBound }
  }

  mutating func skip(_ formula: Formula) { next = max(next, formula.range.upperBound) }

  /// Where in the file the definition of a link may hold `text`; the paragraph's own place when
  /// cmark has changed the text too much.
  private func placeElsewhere(_ text: String) -> SourcePosition {
    let range = range(of: text, from: 0, to: source.bytes.count)
    return range.map { source.position(at: $0.lowerBound) } ?? block
  }

  /// The place of the next inline with this text. Not looked for when the list of problems is
  /// full: a hostile file could ask for that a million times.
  mutating func find(_ text: String, for problems: ProblemList) -> SourcePosition {
    if problems.isFull { return block }
    guard let range = range(of: text, from: next, to: end) else { return placeElsewhere(text) }
    next = range.upperBound
    return source.position(at: range.lowerBound)
  }

  /// Goes past the next inline with this text and returns its bytes; nil when cmark has changed
  /// the text.
  mutating func take(_ text: String) -> Range<Int>? {
    guard let range = range(of: text, from: next, to: end) else { return nil }
    next = range.upperBound
    return range
  }

  /// Looks for the first line of `text`.
  private func range(of text: String, from start: Int, to end: Int) -> Range<Int>? {
    let sought = Array(text.utf8.prefix { !$0.isLineBreak })
    guard let first = sought.first else { return nil }
    var index = start
    while index + sought.count <= end {
      guard let hit = source.bytes[index...(end - sought.count)].firstIndex(of: first) else {
        return nil
      }
      if source.bytes[hit..<hit + sought.count].elementsEqual(sought) {
        return hit..<hit + sought.count
      }
      index = hit + 1
    }
    return nil
  }
}
