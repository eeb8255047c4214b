import CMark

/// Makes blocks of cmark's tree. The tree is of bounded depth (see ``NestingRule``), so this
/// may recurse.
struct BlockReader {
  private let source: SourceText
  private let mask: MathMask
  private var anchors = Anchors()
  private var steps: StepReader

  private init(_ text: MaskedText) {
    source = text.source
    mask = text.mask
    steps = StepReader(source: text.source)
  }

  static func read(_ text: MaskedText, problems: inout ProblemList) -> [Block] {
    let tree = MarkdownTree(text.bytes)
    guard NestingRule.check(tree, problems: &problems) else { return [] }
    var reader = BlockReader(text)
    let blocks = reader.document(tree.root, problems: &problems)
    reader.steps.exercises.check(problems: &problems)
    return blocks
  }

  // MARK: The top level

  private mutating func document(
    _ root: MarkdownNode, problems: inout ProblemList
  ) -> [Block] {
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
        blocks.append(steps.hint(fence, problems: &problems))
      case .code:
        blocks.append(code(fence))
      }
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
      let line = source.line(node.start.line)
      let length = line.count - node.start.column + 1
      RawHTML.report(at: node.start, length: length, &problems)
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
    var reader = InlineReader(mask: mask, source: source, block: node)
    let content = reader.inlines(of: node, problems: &problems)
    let anchor = anchors.anchor(for: content.map(\.plainText).joined())
    return .heading(
      Heading(level: node.headingLevel, content: content, anchor: anchor, position: node.start))
  }

  /// Indented code, or a fence in a list or quote: no step may stand there.
  private func nestedCode(_ node: MarkdownNode, problems: inout ProblemList) -> Block {
    let words = node.fenceInfo.split(whereSeparator: \.isWhitespace)
    if let first = words.first, first == "swift" || first == "output" {
      problems.report(
        "a fence of ‘\(first)’ stands in a list or a quote", at: node.start, length: 3,
        advice: "move it to the start of a line, outside of the list or quote")
    }
    let language = words.first.map(String.init) ?? ""
    return .code(language: language, text: node.literal, node.start)
  }

  /// The paragraph; several blocks when display math stands between its lines.
  private func paragraph(_ node: MarkdownNode, problems: inout ProblemList) -> [Block] {
    var reader = InlineReader(mask: mask, source: source, block: node)
    let pieces = reader.pieces(of: node, problems: &problems)
    return ParagraphSplit.blocks(of: pieces, at: node.start, in: source, problems: &problems)
  }
}
