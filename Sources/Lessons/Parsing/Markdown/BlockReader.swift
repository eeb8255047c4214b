import CMark

/// Makes blocks of cmark's tree. The tree is of bounded depth (see ``NestingRule``), so this
/// may recurse.
struct BlockReader {
  private let source: SourceText
  private let mask: MathMask
  /// A hint or an answer, inside of which no steps stand; nil for the lesson itself.
  private let fragment: String?
  private var anchors = Anchors()
  private(set) var steps: StepReader
  private(set) var notes: ProseNotes

  init(_ text: MaskedText, fragment: String? = nil, notes: ProseNotes) {
    source = text.source
    mask = text.mask
    self.fragment = fragment
    self.notes = notes
    steps = StepReader(source: text.source)
  }

  // MARK: The top level

  mutating func document(_ root: MarkdownNode, problems: inout ProblemList) -> [Block] {
    var blocks: [Block] = []
    var stepEnd: Int?
    for node in root.children {
      guard let fence = node.isCode ? Fence(node, in: source) : nil else {
        blocks += self.blocks(for: node, problems: &problems)
        continue
      }
      FenceRule.check(fence, problems: &problems)
      switch FenceKind(fence) {
      case .step:
        blocks.append(.step(steps.step(fence, problems: &problems)))
        stepEnd = fence.endLine
      case .output:
        attach(fence, to: &blocks, stepEnd: stepEnd, problems: &problems)
      case .hint:
        let exercise = steps.hint(fence, problems: &problems)
        let content = content(of: fence, as: "hint", problems: &problems)
        blocks.append(.hint(exercise: exercise, content, fence.position))
      case .answer:
        AnswerRule.check(fence, after: blocks.last, problems: &problems)
        let content = content(of: fence, as: "answer", problems: &problems)
        blocks.append(.answer(content, fence.position))
      case .code:
        blocks.append(code(fence))
      }
    }
    return blocks
  }

  /// The Markdown inside of a fence.
  private mutating func content(
    of fence: Fence, as kind: String, problems: inout ProblemList
  ) -> [Block] {
    let lines = fence.contentLines
    guard NestingRule.check(source, lines, problems: &problems) else { return [] }
    let text = MaskedText(source, lines: lines, mask: mask.emptied, problems: &problems)
    let tree = text.tree
    guard NestingRule.check(tree, problems: &problems) else { return [] }
    var reader = BlockReader(text, fragment: kind, notes: notes)
    let blocks = reader.children(of: tree.root, problems: &problems)
    notes = reader.notes
    if blocks.isEmpty, problems.isEmpty {
      problems.report(
        "this \(kind) says nothing", line: fence.firstLine, advice: "write a sentence into it")
    }
    return blocks
  }

  private func code(_ fence: Fence) -> Block {
    let language = fence.words.first?.text ?? ""
    return .code(language: language, text: fence.text(in: source), fence.position)
  }

  /// Gives an `output` fence to the step before it.
  private func attach(
    _ fence: Fence, to blocks: inout [Block], stepEnd: Int?, problems: inout ProblemList
  ) {
    let output = steps.output(fence, problems: &problems)
    guard case .step(var step)? = blocks.last, let stepEnd,
      step.expected != nil || areBlank(stepEnd..<fence.firstLine)
    else {
      problems.report(
        "this output follows no step", line: fence.firstLine,
        advice: "an ‘output’ fence stands right after its step")
      return
    }
    if let mistake = OutputRule.mistake(in: step) {
      problems.report(mistake.message, line: fence.firstLine, advice: mistake.advice)
      return
    }
    step.expected = output
    blocks[blocks.count - 1] = .step(step)
  }

  /// Whether the lines say nothing: a link's definition would leave no block.
  private func areBlank(_ lines: Range<Int>) -> Bool {
    lines.allSatisfy { source.line($0).allSatisfy(\.isBlank) }
  }

  // MARK: Any level

  private mutating func blocks(
    for node: MarkdownNode, problems: inout ProblemList
  ) -> [Block] {
    switch node.kind {
    case CMARK_NODE_PARAGRAPH: return paragraph(node, problems: &problems)
    case CMARK_NODE_HEADING: return [heading(node, problems: &problems)]
    case CMARK_NODE_BLOCK_QUOTE: return [.quote(children(of: node, problems: &problems))]
    case CMARK_NODE_LIST: return [list(node, problems: &problems)]
    case CMARK_NODE_THEMATIC_BREAK: return [.thematicBreak]
    case CMARK_NODE_CODE_BLOCK: return [nestedCode(node, problems: &problems)]
    default:
      let line = source.line(node.start.line).dropFirst(node.start.column - 1)
      RawHTML.report(String(decoding: line, as: UTF8.self), at: node.start, &problems)
      return []
    }
  }

  private mutating func children(
    of node: MarkdownNode, problems: inout ProblemList
  ) -> [Block] {
    node.children.flatMap { blocks(for: $0, problems: &problems) }
  }

  private mutating func list(_ node: MarkdownNode, problems: inout ProblemList) -> Block {
    let items = node.children.map { children(of: $0, problems: &problems) }
    return .list(List(start: node.listStart, isTight: node.isTight, items: items))
  }

  private mutating func heading(
    _ node: MarkdownNode, problems: inout ProblemList
  ) -> Block {
    var reader = inlineReader(node, explainsTerms: false)
    let content = reader.inlines(of: node, problems: &problems)
    notes = reader.notes
    if let fragment {
      problems.report(
        "a heading stands in \(fragment.withArticle)", at: node.start,
        advice: "begin a paragraph with bold words instead")
    }
    let anchor = anchors.anchor(for: content.map(\.plainText).joined())
    return .heading(
      Heading(level: node.headingLevel, content: content, anchor: anchor, position: node.start))
  }

  /// Indented code, or a fence in a list or quote: no step may stand there.
  private func nestedCode(_ node: MarkdownNode, problems: inout ProblemList) -> Block {
    let words = node.fenceInfo.split(whereSeparator: \.isWhitespace)
    if let first = words.first, first == "swift" || first == "output" {
      let place = fragment ?? "list or quote"
      problems.report(
        "a fence of ‘\(first)’ stands in \(fragment?.withArticle ?? "a list or a quote")",
        at: node.start, length: 3,
        advice: "move it to the start of a line, outside of the \(place)")
    }
    let language = words.first.map(String.init) ?? ""
    return .code(language: language, text: node.literal, node.start)
  }

  /// The paragraph; several blocks when display math stands between its lines.
  private mutating func paragraph(_ node: MarkdownNode, problems: inout ProblemList) -> [Block] {
    var reader = inlineReader(node, explainsTerms: fragment == nil)
    let pieces = reader.pieces(of: node, problems: &problems)
    notes = reader.notes
    return ParagraphSplit.blocks(of: pieces, at: node.start, in: source, problems: &problems)
  }

  private func inlineReader(_ node: MarkdownNode, explainsTerms: Bool) -> InlineReader {
    InlineReader(
      mask: mask, source: source, block: node, notes: notes, explainsTerms: explainsTerms)
  }
}

extension String {
  /// `a hint`, `an answer`.
  fileprivate var withArticle: String { ("ae".contains(first ?? " ") ? "an " : "a ") + self }
}
