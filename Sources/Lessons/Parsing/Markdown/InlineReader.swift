import CMark

/// Makes inlines of what cmark found in one paragraph or heading.
struct InlineReader {
  /// A paragraph's content: display math in it ends the paragraph and begins another.
  enum Piece {
    case inline(Inline)
    case display(Formula)
  }

  private let mask: MathMask
  private let source: SourceText
  /// Whether bold words may explain a term here.
  private let explainsTerms: Bool
  private var locator: InlineLocator
  private(set) var notes: ProseNotes

  init(
    mask: MathMask, source: SourceText, block: MarkdownNode, notes: ProseNotes,
    explainsTerms: Bool
  ) {
    self.mask = mask
    self.source = source
    self.notes = notes
    self.explainsTerms = explainsTerms
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
      for part in mask.parts(of: node.literal) { append(part, to: &pieces, problems: &problems) }
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
      pieces.append(.inline(strong(node, problems: &problems)))
    case CMARK_NODE_LINK:
      pieces.append(.inline(link(node, problems: &problems)))
    case CMARK_NODE_IMAGE:
      pieces.append(.inline(image(node, problems: &problems)))
    default:
      html(mask.restore(node.literal), after: pieces.last, problems: &problems)
    }
  }

  private mutating func append(
    _ part: MathMask.Part, to pieces: inout [Piece], problems: inout ProblemList
  ) {
    switch part {
    case .text(let text):
      if case .inline(.text(let before))? = pieces.last {
        checkComment(before, text, problems: &problems)
        pieces[pieces.count - 1] = .inline(.text(before + text))
      } else {
        checkComment("", text, problems: &problems)
        pieces.append(.inline(.text(text)))
      }
    case .formula(let formula) where formula.isDisplay:
      locator.skip(formula)
      pieces.append(.display(formula))
    case .formula(let formula):
      locator.skip(formula)
      if formula.tex.contains("<!--") {
        problems.report(
          "a comment stands inside a formula", at: formula.position, length: formula.range.count,
          advice: "put it behind the closing ‘$’")
      }
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

  private mutating func strong(_ node: MarkdownNode, problems: inout ProblemList) -> Inline {
    let content = inlines(of: node, problems: &problems)
    guard explainsTerms, let term = notes.take(content.map(\.plainText).joined()) else {
      return .strong(content)
    }
    return .definition(term: term, content)
  }

  /// The comment of a figure leaves no trace in the text; other HTML is reported.
  private mutating func html(
    _ html: String, after previous: Piece?, problems: inout ProblemList
  ) {
    guard html.hasPrefix("<!--"), html.hasSuffix("-->"), html.utf8.count >= 7,
      !html.contains(where: \.isNewline), !problems.isFull, let range = locator.take(html)
    else { return RawHTML.report(html, at: locator.find(html, for: problems), &problems) }
    guard notes.figures.count < ProseNotes.mostFigures else {
      problems.report(
        "more than \(ProseNotes.mostFigures) figures", at: source.position(at: range.lowerBound),
        length: range.count, advice: "divide the lesson")
      return
    }
    var inline: Inline?
    if case .inline(let before)? = previous { inline = before }
    let figure = FigureReader(source: source).figure(range, after: inline, problems: &problems)
    if let figure { notes.figures.append(figure) }
  }

  /// A comment that CommonMark does not take for one would be shown.
  private mutating func checkComment(
    _ before: String, _ text: String, problems: inout ProblemList
  ) {
    guard text.contains("-"), (before.suffix(3) + text).contains("<!--"),
      let range = locator.take("<!--")
    else { return }
    if range.lowerBound > 0, source.bytes[range.lowerBound - 1] == UInt8(ascii: "\\") { return }
    problems.report(
      "this comment is never closed, or has ‘--’ in it", at: source.position(at: range.lowerBound),
      length: 4,
      advice: "write \(RawHTML.usage); to show the characters, put them between backticks"
    )
  }

  private mutating func report(
    _ message: String, _ destination: String, advice: String, _ problems: inout ProblemList
  ) {
    let place = locator.find(destination, for: problems)
    problems.report(message, at: place, length: destination.utf8.count, advice: advice)
  }
}
