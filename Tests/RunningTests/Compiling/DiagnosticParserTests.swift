import Lessons
import Testing

@testable import Running

struct DiagnosticParserTests {
  /// The step's code begins on line 10; something was put before column 7 of line 11.
  private func parse(_ output: String) throws -> [String] {
    let all = try programs("let a = 1", "let b = 2\nlet c = a\nc")
    var earlier = step("one", "let a = 1")
    earlier.codeLine = 5
    let this = step("two", "let b = 2\nlet c = a\nc")
    let parser = DiagnosticParser(
      locations: StepLocations(lessonPath: "Lessons/x.md", steps: [earlier, this]), step: this,
      program: all[1])
    return parser.parse(output).map { diagnostic in
      let place = diagnostic.position.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(diagnostic.severity.rawValue) \(diagnostic.message)"
    }
  }

  @Test(arguments: [
    ("Lessons/x.md#two:2:5: error: no such thing\nlet c = a\n    ^", ["11:5 error no such thing"]),
    ("Lessons/x.md#two:1:1: warning: odd: never used", ["10:1 warning odd: never used"]),
    // `c` on the third line stands behind an inserted `Display.display(`.
    ("Lessons/x.md#two:3:9: error: bad\n", ["12:1 error bad"]),
    (
      "Lessons/x.md#two:2:5: error: a\nLessons/x.md#two:2:5: error: a\nLessons/x.md#two:2:5: note: b\n",
      ["11:5 error a", "11:5 note b"]
    ),
    // Notes and warnings about other files are nothing to mend; errors in them must not vanish.
    ("Swift.Array:1:8: note: declared here\n/a/main.swift:3:2: warning: w", []),
    ("Lessons/x.md#one:1:5: note: 'a' declared here", ["5:5 note 'a' declared here"]),
    ("/a/main.swift:3:2: error: broken", ["10:1 error broken"]),
    ("<unknown>:0: error: no such module", ["10:1 error no such module"]),
    ("error: emit-module command failed", ["10:1 error emit-module command failed"]),
    (
      "Lessons/x.md#two:2:9: error: cannot convert 'step_one.T' to 'step_two.U'",
      ["11:9 error cannot convert 'T' to 'U'"]
    ),
    ("let text = \": error: \"\nnothing at all\n", []),
  ])
  func messagesGetTheLessonsPlaces(output: String, found: [String]) throws {
    #expect(try parse(output) == found)
  }
}
