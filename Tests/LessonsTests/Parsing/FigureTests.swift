import Lessons
import Testing

/// Figures, and the mistakes in them. The body begins on line 6.
struct FigureTests {
  private static let step = "\n\n```swift id=fit\n```"

  @Test(arguments: [
    ("fell to 0.882<!-- fit: a[1] -->.", "0.882", 6, 9),
    ("fell to 0.882<!--fit:a[1]-->.", "0.882", 6, 9),
    ("it is −1,234.50<!-- fit: a[1] --> now", "−1,234.50", 6, 7),
    ("-3<!-- fit: a[1] -->", "-3", 6, 1),
    ("epoch-3<!-- fit: a[1] -->", "3", 6, 7),
    ("(+2.5e-07<!-- fit: a[1] -->)", "+2.5e-07", 6, 2),
    ("1, 2,100<!-- fit: a[1] -->", "2,100", 6, 4),
    ("0,88<!-- fit: a[1] -->", "88", 6, 3),
    ("$4<!-- fit: a[1] --> and $5", "4", 6, 2),
    ("so $x = -1.5$<!-- fit: a[1] -->", "-1.5", 6, 9),
    ("a\n**bold** 7<!-- fit: a[1] -->", "7", 7, 10),
    ("`<!-- no: x -->` 7<!-- fit: a[1] -->", "7", 6, 18),
    ("- one\n- > 7<!-- fit: a[1] -->", "7", 7, 5),
    ("# 7<!-- fit: a[1] -->", "7", 6, 3),
    ("Why?\n\n```text answer\nIt is 7<!-- fit: a[1] -->\n```", "7", 9, 7),
    ("`x + y`<!-- fit: a[1] -->", "x + y", 6, 2),
    ("`` a`b ``<!-- fit: a[1] -->", "a`b", 6, 4),
    ("*Titanic*<!-- fit: a[1] -->", "Titanic", 6, 2),
    ("__The Net__<!-- fit: a[1] -->", "The Net", 6, 3),
  ])
  func isRead(_ body: String, written: String, line: Int, column: Int) throws {
    let lesson = try lesson(body + Self.step)
    #expect(lesson.figures.map(\.written) == [written])
    let figure = try #require(lesson.figures.first)
    #expect(figure.position == SourcePosition(line: line, column: column))
    #expect(figure.step == "fit")
    #expect(figure.expression == "a[1]")
    let bytes = Array(lesson.source.utf8)
    #expect(bytes[figure.byteRange].elementsEqual(written.utf8))
    let text = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)[figure.expressionPosition.line - 1]
    #expect(text.utf8.dropFirst(figure.expressionPosition.column - 1).starts(with: "a[1]".utf8))
    #expect(!"\(lesson.blocks)".contains("-->") || body.contains("`<!--"))
  }

  @Test func expressionsMayHoldWhatMarkdownKnows() throws {
    let lesson = try lesson(
      "4<!-- fit: a.map { $0 * 2 }.max()! --> and 5<!-- fit: `b` --> $x$" + Self.step)
    #expect(lesson.figures.map(\.expression) == ["a.map { $0 * 2 }.max()!", "`b`"])
    #expect(lesson.blocks.first.map(outline)?.hasSuffix("4 and 5 {x}@6:63") == true)
  }

  @Test(arguments: [
    (
      "unknown step", "7<!-- fti: a -->",
      "6:7+3 there is no step ‘fti’ | did you mean ‘fit’?"
    ),
    (
      "not run", "7<!-- sketch: a -->\n\n```swift no-run id=sketch\n```",
      "6:7+6 the step ‘sketch’ is not run | name one that computes the figure"
    ),
    (
      "no state", "7<!-- stop: a -->\n\n```swift trap id=stop\n```",
      "6:7+4 the step ‘stop’ leaves no state behind | name the step before it: the lesson goes on from there"
    ),
    (
      "no number", "many<!-- fit: a -->",
      "6:5+15 no number stands before this comment | write the comment right behind a number, code or emphasis: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "blank before", "7 <!-- fit: a -->",
      "6:3+15 no number stands before this comment | write the comment right behind a number, code or emphasis: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "code in bold", "**`x`**<!-- fit: a -->",
      "6:8+15 the emphasis before this comment holds more than words | emphasise plain words only, or write the text as code"
    ),
    (
      "no expression", "7<!-- fit: -->",
      "6:2+13 this figure has no expression | write ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "a comment", "7<!-- TODO -->",
      "6:2+13 raw HTML is not allowed | only the comment of a figure may stand in a lesson, in one line with it: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "a block", "a\n\n<!-- b -->",
      "8:1+10 raw HTML is not allowed | only the comment of a figure may stand in a lesson, in one line with it: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "on a line of its own", "7\n<!-- fit: a -->",
      "7:1+15 raw HTML is not allowed | only the comment of a figure may stand in a lesson, in one line with it: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "over two lines", "7<!-- fit:\na -->",
      "6:2+9 raw HTML is not allowed | only the comment of a figure may stand in a lesson, in one line with it: ‘0.882<!-- step-id: expression -->’"
    ),
    (
      "never closed", "7<!-- fit: a -> b",
      "6:2+4 this comment is never closed, or has ‘--’ in it | write ‘0.882<!-- step-id: expression -->’; to show the characters, put them between backticks"
    ),
    (
      "in a formula", "$7<!-- fit: a -->$",
      "6:1+18 a comment stands inside a formula | put it behind the closing ‘$’"
    ),
  ])
  func mistake(_ name: String, body: String, expected: String) {
    #expect(problems(body + Self.step) == [expected], "\(name)")
  }

  @Test func escapedCommentsAreText() throws {
    let blocks = try lesson("\\<!-- fit: a --> and `<!-- x -->` and &lt;!-- y -->").blocks
    #expect(blocks.map(outline) == ["p@6:1 <!-- fit: a --> and `<!-- x -->` and <!-- y -->"])
  }

  @Test func thereAreNotTooMany() {
    let many = String(repeating: "7<!-- fit: a -->\n\n", count: 1001)
    #expect(
      problems(many + Self.step).map { $0.prefix(28) } == [
        "2006:2+15 more than 1000 figures".prefix(28)
      ])
  }
}
