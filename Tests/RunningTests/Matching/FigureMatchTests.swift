import Lessons
import Testing

@testable import Running

struct FigureMatchTests {
  private func figure(_ written: String, _ form: Figure.Form = .number) -> Figure {
    let place = SourcePosition(line: 1, column: 1)
    return Figure(
      form: form, written: written, position: place, byteRange: 0..<written.utf8.count, step: "a",
      stepPosition: place, expression: "x", expressionPosition: place)
  }

  @Test(arguments: [
    ("0.882", "0.88151", "0.882"), ("0.88", "0.88151", "0.88"), ("1", "0.88151", "1"),
    ("0.882", "0.8814", "0.881"), ("0.883", "0.88151", "0.882"),
    ("1,234", "1234", "1,234"), ("1234", "1234", "1234"),
    ("1,234,567.80", "1234567.8", "1,234,567.80"),
    ("1,234", "1233.7", "1,234"), ("9,999", "10000", "10,000"), ("1,000", "999", "999"),
    ("-1.611", "-1.61123", "-1.611"), ("−1.611", "-1.61123", "−1.611"),
    ("−1.611", "1.61123", "1.611"), ("1.6", "-1.61", "-1.6"), ("+1.6", "1.61", "+1.6"),
    ("+1.6", "-1.61", "-1.6"), ("0.00", "-0.0012", "0.00"), ("-0.00", "0.0", "0.00"),
    ("3.0", "3", "3.0"), ("3", "9007199254740993", "9007199254740993"),
    ("1.5e-7", "1.52e-07", "1.5e-7"), ("1.5e-7", "0.1", "1.0e-1"), ("2", "1e-05", "0"),
    ("0.12", "0.125", "0.12"), ("250000", "2.5e+05", "250000"),
  ])
  func numbers(written: String, digits: String, correct: String) {
    let match = FigureMatch.compare(figure(written), text: "shown", digits: digits)
    let zero = written.replacing("-0.00", with: "0.00")
    #expect(
      match
        == (zero == correct ? .matches : .differs(value: digits, correction: correct)))
    #expect(FigureMatch.compare(figure(correct), text: "shown", digits: digits) == .matches)
  }

  @Test(arguments: ["nan", "inf", "-inf"])
  func whatIsNotFiniteCannotBeWritten(digits: String) {
    #expect(
      FigureMatch.compare(figure("1.0"), text: digits, digits: digits)
        == .differs(value: digits, correction: nil))
  }

  @Test(arguments: [
    ("Titanic", Figure.Form.emphasis, "Titanic\n", nil, FigureMatch.Match.matches),
    ("Titanic", .emphasis, "Net", nil, .differs(value: "Net", correction: "Net")),
    ("Titanic", .emphasis, "a*b", nil, .differs(value: "a*b", correction: nil)),
    ("[1, 2]", .code, "[1, 3]", nil, .differs(value: "[1, 3]", correction: "[1, 3]")),
    ("[1]", .code, "a`b", nil, .differs(value: "a`b", correction: nil)),
    ("[1]", .code, "1\n2", nil, .differs(value: "1\n2", correction: nil)),
    ("0.88", .code, "0.8815", "0.8815", .matches),
    ("5", .number, "five", nil, .differs(value: "five", correction: nil)),
  ])
  func texts(
    written: String, form: Figure.Form, text: String, digits: String?,
    expected: FigureMatch.Match
  ) {
    #expect(FigureMatch.compare(figure(written, form), text: text, digits: digits) == expected)
  }

  @Test func blessingChangesTheNumberAndNothingElse() throws {
    let source = """
      ---\r
      title: T
      summary: S
      ---

      At 1,234.5<!-- a: x -->  \r
      and *Net*<!-- a: y -->, 7<!-- a: z -->.

      ```swift id=a
      x
      ```

      ```output
      1
      ```
      """
    let lesson = try LessonParser.parse(path: "x.md", source: source)
    var run = LessonRun(slug: "x", steps: [])
    run.figures = [("12345.68", "12345.68"), ("Gnat", nil), ("7", "7")].map {
      FigureRun(step: "a", outcome: .value(text: $0.0, digits: $0.1))
    }
    let changes = Blessing.figureChanges(in: lesson, run: run)
    #expect(changes.map(\.correction) == ["12,345.7", "Gnat"])
    let blessed = Blessing.bless(lesson: lesson, outputs: ["a": "2"], figures: changes)
    let wanted = source.replacing("1,234.5", with: "12,345.7").replacing("*Net*", with: "*Gnat*")
      .replacing("output\n1", with: "output\n2")
    #expect(Array(blessed.source.utf8) == Array(wanted.utf8))
  }
}
