/// Divides a paragraph at the display math that stands between its lines.
struct ParagraphSplit {
  private let source: SourceText
  private var blocks: [Block] = []
  private var text: [Inline] = []
  private var position: SourcePosition
  /// The formula that was the last piece, and whether it was reported as misplaced.
  private var formula: (Formula, isReported: Bool)?

  private init(source: SourceText, position: SourcePosition) {
    self.source = source
    self.position = position
  }

  static func blocks(
    of pieces: [InlineReader.Piece], at position: SourcePosition, in source: SourceText,
    problems: inout ProblemList
  ) -> [Block] {
    var split = ParagraphSplit(source: source, position: position)
    for piece in pieces { split.add(piece, problems: &problems) }
    split.endText()
    return split.blocks
  }

  private mutating func add(_ piece: InlineReader.Piece, problems: inout ProblemList) {
    switch (piece, formula) {
    case (.display(let next), let before):
      let isMisplaced = before != nil || !text.isEmpty && text.last?.isBreak != true
      if isMisplaced { InlineReader.reportMisplaced(next, problems: &problems) }
      endText()
      blocks.append(.math(tex: next.tex, next.position))
      formula = (next, isMisplaced)
    case (.inline(let inline), (let before, let isReported)?):
      if !inline.isBreak, !isReported {
        InlineReader.reportMisplaced(before, problems: &problems)
      }
      position = start(ofLine: source.lineNumber(at: before.range.upperBound - 1) + 1)
      formula = nil
    case (.inline(let inline), nil):
      text.append(inline)
    }
  }

  private mutating func endText() {
    if text.last?.isBreak == true { text.removeLast() }
    if !text.isEmpty { blocks.append(.paragraph(text, position)) }
    text = []
  }

  /// Where the text of a line begins, past the marks of the quote around it.
  private func start(ofLine line: Int) -> SourcePosition {
    let marks = source.line(line).prefix { $0.isBlank || $0 == UInt8(ascii: ">") }
    return SourcePosition(line: line, column: marks.count + 1)
  }
}

extension Inline {
  fileprivate var isBreak: Bool { self == .softBreak || self == .hardBreak }
}
