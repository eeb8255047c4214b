import Testing

@testable import Lessons

struct LessonProblemTests {
  private func problem(
    line: Int, column: Int, length: Int, text: String, advice: String? = nil
  ) -> LessonProblem {
    LessonProblem(
      file: "a.md", position: SourcePosition(line: line, column: column), length: length,
      message: "wrong", advice: advice, sourceLine: text)
  }

  @Test(arguments: [
    (
      57, 10, 7, "```swift tiemout=5",
      "a.md:57:10: error: wrong\n   57 | ```swift tiemout=5\n      |          ^~~~~~~\n   do it"
    ),
    (1, 1, 1, "x", "a.md:1:1: error: wrong\n    1 | x\n      | ^\n   do it"),
    (123456, 2, 9, "ab", "a.md:123456:2: error: wrong\n   123456 | ab\n          |  ^\n   do it"),
    (5, 4, 1, "\té$", "a.md:5:4: error: wrong\n    5 | \té$\n      | \t ^\n   do it"),
    (5, 4, 2, "漢ab", "a.md:5:4: error: wrong\n    5 | 漢ab\n      |   ^~\n   do it"),
    (
      5, 2, 1, "\u{1B}[1m\u{202E}",
      "a.md:5:2: error: wrong\n    5 | ‹U+1B›[1m‹U+202E›\n"
        + "      |       ^\n   do it"
    ),
    (5, 9, 1, "", "a.md:5:9: error: wrong\n   do it"),
    (5, 9, 1, "ab", "a.md:5:9: error: wrong\n    5 | ab\n      |   ^\n   do it"),
  ])
  func text(line: Int, column: Int, length: Int, source: String, expected: String) {
    let shown = problem(
      line: line, column: column, length: length, text: source, advice: "do it"
    ).description
    #expect(shown == expected)
  }

  @Test func messagesOfSeveralLinesKeepThem() {
    var several = problem(line: 5, column: 1, length: 1, text: "ab")
    several.message = "bad formula\n=SUM(\u{7}\n    ^"
    #expect(
      several.description
        == "a.md:5:1: error: bad formula\n   =SUM(‹U+7›\n       ^\n    5 | ab\n      | ^")
  }

  @Test func longLinesAreShortenedAroundTheCaret() {
    let line = String(repeating: "é", count: 5000) + "X" + String(repeating: "y", count: 5000)
    let excerpt = SourceExcerpt(line: line, column: 10001, length: 1)
    #expect(
      excerpt.text
        == "…" + String(repeating: "é", count: 30) + "X" + String(repeating: "y", count: 59) + "…")
    #expect(excerpt.caret == String(repeating: " ", count: 31) + "^")
  }

  @Test func problemsAreSortedAndCounted() {
    let later = problem(line: 9, column: 1, length: 1, text: "b")
    let sooner = problem(line: 2, column: 7, length: 1, text: "a")
    let all = LessonProblems([later, sooner], omitted: 3)
    #expect(all.problems == [sooner, later])
    #expect(
      all.description == "\(sooner.description)\n\(later.description)\nand 3 more problems")
  }
}
