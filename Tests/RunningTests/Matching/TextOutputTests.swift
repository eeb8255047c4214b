import Lessons
import Testing

@testable import Running

struct TextOutputTests {
  private let position = SourcePosition(line: 11, column: 5)

  @Test(arguments: [
    ([Output.text("a"), .text("b\n")], "ab\n"),
    ([.text("a"), .display(["text/plain": "b"]), .text("c")], "a\nb\nc"),
    ([.display(["text/plain": "b\n"]), .display(["text/plain": "c"])], "b\nc\n"),
    ([.text("a\r\n"), .display(["text/plain": "b"])], "a\r\nb\n"),
    ([.display(["text/plain": ""])], ""),
    ([], ""),
  ])
  func isAllThatTheStepWrote(outputs: [Output], text: String) {
    let run = StepRun(id: "a", outcome: .succeeded, outputs: outputs)
    #expect(run.textOutput(of: step("a", "x")) == text)
  }

  @Test func compilerSpeaksInTheStepsOwnLines() {
    let diagnostics = [
      Diagnostic(severity: .warning, message: "unused", position: position),
      Diagnostic(severity: .error, message: "cannot find 'y' in scope", position: position),
      Diagnostic(severity: .error, message: "no place", position: nil),
      Diagnostic(
        severity: .error, message: "elsewhere", position: SourcePosition(line: 3, column: 1)),
    ]
    let run = StepRun(id: "a", outcome: .compileFailed(diagnostics))
    let text = """
      line 2, column 5: error: cannot find 'y' in scope
        x = y
      error: no place
      error: elsewhere

      """
    #expect(run.textOutput(of: step("a", "let x = 1\nx = y", role: .compileError)) == text)
    #expect(run.textOutput(of: step("a", "let x = 1\nx = y")) == "")
  }

  static let failures: [(Failure.Kind, Int?, String)] = [
    (.trap, 11, "trap on line 2: Index out of range\n"),
    (.uncaughtError, 11, "uncaught error on line 2: Index out of range\n"),
    (.exit, 11, "stopped on line 2: Index out of range\n"),
    (.trap, nil, "trap: Index out of range\n"),
    (.trap, 3, "trap: Index out of range\n"),
  ]

  @Test(arguments: failures)
  func trapSaysWhereAndWhy(kind: Failure.Kind, line: Int?, text: String) {
    let failure = Failure(
      kind: kind, message: "Index out of range",
      position: line.map { SourcePosition(line: $0, column: 1) })
    let run = StepRun(id: "a", outcome: .failed(failure), outputs: [.text("before")])
    #expect(run.textOutput(of: step("a", "let x = 1\nx", role: .trap)) == "before\n" + text)
    #expect(run.textOutput(of: step("a", "let x = 1\nx")) == "before")
  }
}
