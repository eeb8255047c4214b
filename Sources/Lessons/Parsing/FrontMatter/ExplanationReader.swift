/// Reads the sentence that explains a term: one paragraph of Markdown inside of YAML.
enum ExplanationReader {
  /// - Parameter position: of the YAML value. YAML may have folded lines and resolved escapes,
  ///   so everything in the sentence is said to be there.
  static func read(
    _ text: String, at position: SourcePosition, problems: inout ProblemList
  ) -> [Inline] {
    let source = SourceText(text)
    var inner = ProblemList(file: problems.file, source: source)
    let lines = 1..<source.lines.count + 1
    guard NestingRule.check(source, lines, problems: &inner) else { return [] }
    let masked = MaskedText(
      source, lines: lines, mask: MathMask(for: source.bytes), problems: &inner)
    let tree = masked.tree
    guard NestingRule.check(tree, problems: &inner) else { return [] }
    var reader = BlockReader(masked, fragment: "explanation", notes: ProseNotes(unexplained: []))
    let blocks = reader.document(tree.root, problems: &inner)
    for problem in inner.problems {
      problems.report(problem.message, at: position, advice: problem.advice)
    }
    guard case .paragraph(let content, _)? = blocks.first, blocks.count == 1,
      reader.notes.figures.isEmpty
    else {
      if inner.isEmpty {
        problems.report(
          "an explanation is one sentence", at: position,
          advice: "words, emphasis, code, links and math may stand in it")
      }
      return []
    }
    return content.map { $0.placed(at: position) }
  }
}

extension Inline {
  /// With all formulas said to stand at `position`.
  fileprivate func placed(at position: SourcePosition) -> Inline {
    switch self {
    case .math(let tex, _): .math(tex: tex, position)
    case .emphasis(let content): .emphasis(content.map { $0.placed(at: position) })
    case .strong(let content): .strong(content.map { $0.placed(at: position) })
    case .link(let destination, let title, let content):
      .link(
        destination: destination, title: title, content.map { $0.placed(at: position) })
    default: self
    }
  }
}
