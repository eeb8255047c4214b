import Lessons
import Testing

/// Terms of the front matter and the bold words that explain them.
struct TermTests {
  private func source(_ terms: String, _ body: String) -> String {
    "---\ntitle: T\nsummary: S\n\(terms)\n---\n\n\(body)\n"
  }

  @Test func theFirstBoldWordsExplain() throws {
    let text = source(
      "terms:\n  embedding: A *table*, `E`, of $n$ rows.\n  one-hot vector: Zeros and a one.",
      """
      ## An **embedding**

      - An **Embedding** is a table. This **embedding** is one.

      > A **one-hot\nvector** is
      """)
    let lesson = try LessonParser.parse(path: "x.md", source: text)
    #expect(lesson.frontMatter.terms.map(\.anchor) == ["embedding", "one-hot-vector"])
    #expect(
      lesson.frontMatter.terms.map { outline($0.explanation) }
        == ["A *table*, `E`, of {n}@5:14 rows.", "Zeros and a one."])
    #expect(
      lesson.blocks.map(outline) == [
        "h2#an-embedding An **embedding**",
        "ul[p@11:3 An **Embedding**=embedding is a table. This **embedding** is one.]",
        "quote[p@13:3 A **one-hot⏎vector**=one-hot-vector is]",
      ])
  }

  @Test(arguments: [
    (
      "not in bold", "terms: {loss: How wrong.}", "A loss.",
      "4:9+4 the term ‘loss’ is explained nowhere | write **loss** where the prose explains it, outside of headings, hints and answers"
    ),
    (
      "no mapping", "terms: [loss]", "**loss**",
      "4:8+1 ‘terms’ must be a list of ‘term: explanation’ lines | write ‘terms: {embedding: A table whose rows are learned.}’"
    ),
    (
      "no explanation", "terms:\n  loss:", "**loss**",
      "5:3+4 the term ‘loss’ has no explanation | write one sentence behind it; a sentence with a colon goes in quotation marks"
    ),
    (
      "two spellings", "terms:\n  loss: One.\n  Loss: Two.", "**loss**",
      "6:3+4 the term ‘Loss’ is given twice | line 5 has it already"
    ),
    (
      "given twice", "terms:\n  loss: One.\n  loss: Two.", "**loss**",
      "6:3+4 the key ‘loss’ is given twice | line 5 has it already"
    ),
    (
      "HTML", "terms:\n  loss: A <b> word.", "**loss**",
      "5:9+1 raw HTML is not allowed | write Markdown; to show the characters, put them between backticks"
    ),
    (
      "two paragraphs", "terms:\n  loss: \"# Loss\"", "**loss**",
      "5:9+1 a heading stands in an explanation | begin a paragraph with bold words instead"
    ),
    (
      "a figure", "terms:\n  loss: \"At 3<!-- a: b -->.\"", "**loss**",
      "5:9+1 an explanation is one sentence | words, emphasis, code, links and math may stand in it"
    ),
  ])
  func mistake(_ name: String, terms: String, body: String, expected: String) {
    #expect(problems(ofFile: source(terms, body)) == [expected], "\(name)")
  }

  @Test func aTermBelongsToOneLesson() throws {
    let lessons = try ["01-a.md", "02-b.md"].map {
      try LessonParser.parse(
        path: $0, source: source("terms: {Loss: How wrong.}", "**loss**"))
    }
    #expect(SharedTerms.problems(in: [lessons[0]]).isEmpty)
    let problems = SharedTerms.problems(in: lessons)
    #expect(problems.map(\.file) == ["02-b.md"])
    #expect(problems.first?.position == SourcePosition(line: 4, column: 9))
    #expect(problems.first?.sourceLine == "terms: {Loss: How wrong.}")
  }
}
