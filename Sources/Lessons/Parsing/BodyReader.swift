/// Reads what stands below the front matter, and checks what one part says about another.
enum BodyReader {
  static func read(
    _ source: SourceText, from firstLine: Int, terms: [Term], problems: inout ProblemList
  ) -> (blocks: [Block], figures: [Figure]) {
    let lines = firstLine..<max(firstLine, source.lines.count + 1)
    guard NestingRule.check(source, lines, problems: &problems) else { return ([], []) }
    let text = MaskedText(
      source, lines: lines, mask: MathMask(for: source.bytes), problems: &problems)
    let tree = text.tree
    guard NestingRule.check(tree, problems: &problems) else { return ([], []) }
    var reader = BlockReader(text, notes: ProseNotes(unexplained: terms))
    let blocks = reader.document(tree.root, problems: &problems)
    reader.steps.exercises.check(problems: &problems)
    FigureRule.check(reader.notes.figures, in: blocks, problems: &problems)
    TermRule.check(reader.notes.unexplained, problems: &problems)
    return (blocks, reader.notes.figures)
  }
}
