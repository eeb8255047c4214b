import Lessons
import Testing

@testable import Running

struct UnsupportedCodeTests {
  @Test(arguments: [
    ("let a = 1\nguard let x = b else { fatalError() }", 11, 1, 5, "guard"),
    ("guard case .some(let x) = b else { fatalError() }", 10, 1, 5, "guard"),
    ("#if DEBUG\nguard let x else { fatalError() }\n#endif", 11, 1, 5, "guard"),
    ("let a = await f()", 10, 9, 5, "await"),
    ("if true { try await f() }", 10, 15, 5, "await"),
    ("for await x in y {}", 10, 5, 5, "await"),
    ("async let x = f()", 10, 1, 5, "await"),
    ("@main struct App {}", 10, 1, 5, "@main"),
  ])
  func isRefusedWhereItStands(
    code: String, line: Int, column: Int, length: Int, word: String
  ) throws {
    let problem = try #require(problems(code).first)
    #expect(problem.position == SourcePosition(line: line, column: column))
    #expect(problem.length == length)
    #expect(problem.message.contains(word))
    #expect(problem.advice?.isEmpty == false)
    #expect(problem.file == "Lessons/x.md")
    let lines = code.split(separator: "\n")
    #expect(problem.sourceLine == String(lines[line - 10]))
  }

  @Test func allAreReportedTogether() {
    #expect(
      problems("await f()\nguard let x else { exit(1) }\nawait g()").map(\.position.line)
        == [10, 11, 12])
  }

  @Test(arguments: [
    "func f() async { await g() }", "let f = { await g() }", "Task { await g() }",
    "struct S { var a: Int { get async { await g() } } }", "guard a else { fatalError() }",
    "func f() { guard let x else { return } }", "for x in y { guard let x else { continue } }",
    "actor A { func f() async { for await x in y {} } }",
  ])
  func isFineInside(code: String) {
    #expect(problems(code) == [])
  }

  private func problems(_ code: String) -> [LessonProblem] {
    do {
      _ = try programs(code)
      return []
    } catch {
      return (error as? LessonProblems)?.problems ?? []
    }
  }
}
