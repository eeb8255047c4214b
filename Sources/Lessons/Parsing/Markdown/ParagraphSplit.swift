/// Divides a paragraph at the display math that stands between its lines.
enum ParagraphSplit {
  static func blocks(
    of pieces: [InlineReader.Piece], at position: SourcePosition, problems: inout ProblemList
  ) -> [Block] {
    var blocks: [Block] = []
    var text: [Inline] = []
    var wasDisplay = false
    for piece in pieces {
      switch piece {
      case .display(let formula):
        if wasDisplay || !isAtLineEnd(text) {
          InlineReader.reportMisplaced(formula, problems: &problems)
        }
        append(&text, at: position, to: &blocks)
        blocks.append(.math(tex: formula.tex, formula.position))
        wasDisplay = true
      case .inline(let inline):
        if wasDisplay, !isAtLineEnd([inline]), case .math(_, let position)? = blocks.last {
          problems.report(
            "a formula between ‘$$’ stands by itself", at: position, length: 2,
            advice: "put each ‘$$’ on a line of its own, or write single dollars")
        }
        if !wasDisplay { text.append(inline) }
        wasDisplay = false
      }
    }
    append(&text, at: position, to: &blocks)
    return blocks
  }

  private static func isAtLineEnd(_ text: [Inline]) -> Bool {
    text.isEmpty || text.last == .softBreak || text.last == .hardBreak
  }

  private static func append(
    _ text: inout [Inline], at position: SourcePosition, to blocks: inout [Block]
  ) {
    if text.last == .softBreak { text.removeLast() }
    if !text.isEmpty { blocks.append(.paragraph(text, position)) }
    text = []
  }
}
