import CMark

/// Makes inlines of what cmark found in one paragraph or heading.
struct InlineReader {
  /// A paragraph's content: display math in it ends the paragraph and begins another.
  enum Piece {
    case inline(Inline)
    case display(Formula)
  }

  private let mask: MathMask
  private var locator: InlineLocator

  init(mask: MathMask, source: SourceText, block: MarkdownNode) {
    self.mask = mask
    locator = InlineLocator(source: source, block: block)
  }

  mutating func pieces(of node: MarkdownNode, problems: inout ProblemList) -> [Piece] {
    var pieces: [Piece] = []
    for child in node.children { append(child, to: &pieces, problems: &problems) }
    return pieces
  }

  /// Where display math cannot stand.
  mutating func inlines(of node: MarkdownNode, problems: inout ProblemList) -> [Inline] {
    pieces(of: node, problems: &problems).compactMap { piece in
      switch piece {
      case .inline(let inline): return inline
      case .display(let formula):
        InlineReader.reportMisplaced(formula, problems: &problems)
        return nil
      }
    }
  }

  static func reportMisplaced(_ formula: Formula, problems: inout ProblemList) {
    problems.report(
      "a formula between ‘$$’ stands by itself", at: formula.position, length: 2,
      advice: "put each ‘$$’ on a line of its own, or write single dollars")
  }

  private mutating func append(
    _ node: MarkdownNode, to pieces: inout [Piece], problems: inout ProblemList
  ) {
    switch node.kind {
    case CMARK_NODE_TEXT:
      for part in mask.parts(of: node.literal) { append(part, to: &pieces) }
    case CMARK_NODE_SOFTBREAK:
      pieces.append(.inline(.softBreak))
    case CMARK_NODE_LINEBREAK:
      pieces.append(.inline(.hardBreak))
    case CMARK_NODE_CODE:
      let code = mask.restore(node.literal)
      locator.skip(code)
      pieces.append(.inline(.code(code)))
    case CMARK_NODE_EMPH:
      pieces.append(.inline(.emphasis(inlines(of: node, problems: &problems))))
    case CMARK_NODE_STRONG:
      pieces.append(.inline(.strong(inlines(of: node, problems: &problems))))
    case CMARK_NODE_LINK:
      pieces.append(.inline(link(node, problems: &problems)))
    case CMARK_NODE_IMAGE:
      pieces.append(.inline(image(node, problems: &problems)))
    default:
      reportHTML(mask.restore(node.literal), problems: &problems)
    }
  }

  private mutating func append(_ part: MathMask.Part, to pieces: inout [Piece]) {
    switch part {
    case .text(let text):
      if case .inline(.text(let before))? = pieces.last {
        pieces[pieces.count - 1] = .inline(.text(before + text))
      } else {
        pieces.append(.inline(.text(text)))
      }
    case .formula(let formula) where formula.isDisplay:
      locator.skip(formula)
      pieces.append(.display(formula))
    case .formula(let formula):
      locator.skip(formula)
      pieces.append(.inline(.math(tex: formula.tex, formula.position)))
    case .continuation:
      // The line break inside the formula.
      if case .inline(.softBreak)? = pieces.last { pieces.removeLast() }
    }
  }

  private mutating func link(_ node: MarkdownNode, problems: inout ProblemList) -> Inline {
    let content = inlines(of: node, problems: &problems)
    let destination = mask.restore(node.destination)
    if let mistake = LinkRule.mistake(inLink: destination) {
      report(
        mistake, destination, advice: "use https, mailto, a path or ‘#anchor’", &problems)
    }
    return .link(destination: destination, title: mask.restore(node.title), content)
  }

  private mutating func image(_ node: MarkdownNode, problems: inout ProblemList) -> Inline {
    let alternative = inlines(of: node, problems: &problems).map(\.plainText).joined()
    let source = mask.restore(node.destination)
    if let mistake = LinkRule.mistake(inImage: source) {
      report(mistake, source, advice: "give the path of a file", &problems)
    }
    return .image(source: source, title: mask.restore(node.title), alternative: alternative)
  }

  private mutating func reportHTML(_ html: String, problems: inout ProblemList) {
    let place = locator.find(html, for: problems)
    RawHTML.report(at: place, length: html.prefix { !$0.isNewline }.utf8.count, &problems)
  }

  private mutating func report(
    _ message: String, _ destination: String, advice: String, _ problems: inout ProblemList
  ) {
    let place = locator.find(destination, for: problems)
    problems.report(message, at: place, length: destination.utf8.count, advice: advice)
  }
}
