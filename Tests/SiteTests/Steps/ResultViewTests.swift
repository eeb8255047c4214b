import Display
import Lessons
import Running
import Testing

@testable import Site

@Suite struct ResultViewTests {
  private func html(
    _ outcome: StepRun.Outcome, _ outputs: [Output] = [], role: Step.Role = .ordinary,
    expected: String? = nil, isUnchecked: Bool = false
  ) -> String {
    let step = Fixture.step("s", role: role, expected: expected, isUnchecked: isUnchecked)
    let run = StepRun(id: "s", outcome: outcome, outputs: outputs)
    return Markup.fragment(ResultView(step: step, run: run, name: "s").markup).rendered
  }

  private func failure(_ kind: Failure.Kind) -> StepRun.Outcome {
    .failed(
      Failure(kind: kind, message: "a < b", position: SourcePosition(line: 11, column: 1)))
  }

  private var compileFailed: StepRun.Outcome {
    let position = SourcePosition(line: 10, column: 2)
    return .compileFailed([Diagnostic(severity: .error, message: "no <x>", position: position)])
  }

  @Test func textsThatFollowEachOtherAreOneBlock() {
    let html = html(.succeeded, [.text("a\n"), .display(["text/plain": "<b>"]), .text("c\n")])
    #expect(html.contains("<pre>a\n&lt;b&gt;\nc</pre>"))
  }

  @Test func aLeadingLineBreakSurvivesTheBrowser() {
    #expect(html(.succeeded, [.text("\na")]).contains("<pre>\n\na</pre>"))
  }

  @Test func tablesAndDrawingsTakeTheTextsPlace() {
    let table = Output.display(["text/plain": "PLAIN", "text/html": "<table></table>"])
    #expect(!html(.succeeded, [table]).contains("PLAIN"))
    let plot = html(
      .succeeded, [.display(["text/plain": "PLAIN", "image/svg+xml": "<svg></svg>"])])
    let text = plot.firstRange(of: "PLAIN")
    let drawing = plot.firstRange(of: "<svg>")
    #expect(text != nil && drawing != nil && text!.lowerBound < drawing!.lowerBound)
  }

  @Test func plotsOfCharactersKeepTheirColumns() {
    let plot = html(
      .succeeded, [.display(["text/plain": "1 ┤⠊⣀ <", "image/svg+xml": "<svg></svg>"])])
    let cells = #"<span class="dots">⠊</span><span class="dots">⣀</span>"#
    #expect(plot.contains("<pre>1 ┤\(cells) &lt;</pre>"))
  }

  @Test(arguments: ["text/html", "image/svg+xml"])
  func hostileMarkupIsReplacedByTheText(_ type: String) {
    let hostile = "<script>alert(1)</script>"
    let html = html(.succeeded, [.display(["text/plain": "<PLAIN>", type: hostile])])
    #expect(html.contains("<pre>&lt;PLAIN&gt;</pre>") && !html.contains("<script"))
  }

  @Test(arguments: [Step.Role.ordinary, .trap, .solution(exercise: "e"), .check(exercise: "e")])
  func whatShouldCompileAndDoesNotHasFailed(_ role: Step.Role) {
    let html = html(compileFailed, role: role)
    #expect(html.contains("notice failure") && html.contains("line 1: error: no &lt;x&gt;"))
  }

  @Test(arguments: [
    Failure.Kind.trap, .uncaughtError, .exit, .timeout, .killed, .expectation, .didNotFail,
  ])
  func everyFailureOfAStepIsAFailure(_ kind: Failure.Kind) {
    for role in [Step.Role.ordinary, .solution(exercise: "e"), .check(exercise: "e")] {
      let html = html(failure(kind), [.text("before\n")], role: role)
      #expect(html.contains("notice failure") && html.contains("Failed: "))
      #expect(html.contains("before") && html.contains("line 2: a &lt; b"))
    }
  }

  @Test func intendedErrorsAreShownAsSuch() {
    #expect(html(compileFailed, role: .compileError).contains("Compiler error, as intended"))
    #expect(html(failure(.trap), role: .trap).contains("Stops here, as intended"))
    #expect(html(failure(.uncaughtError), role: .trap).contains("Throws an error, as intended"))
  }

  @Test(arguments: [Step.Role.compileError, .trap])
  func errorsThatDoNotComeAreFailures(_ role: Step.Role) {
    #expect(html(.succeeded, role: role).contains("notice failure"))
    #expect(html(failure(.timeout), role: role).contains("notice failure"))
  }

  @Test func stepsThatDidNotRunSaySo() {
    #expect(html(.skipped(reason: "--fast")).contains("Not run: --fast"))
    let step = Fixture.step("s")
    let markup = ResultView(step: step, run: nil, name: "s").markup
    #expect(Markup.fragment(markup).rendered.contains("Not run"))
  }

  @Test func outputThatVariesIsTheLessonsOwn() {
    let unchecked = html(
      .succeeded, [.text("0.9 s")], expected: "0.1 s", isUnchecked: true)
    #expect(unchecked.contains("0.1 s") && !unchecked.contains("0.9 s"))
    #expect(unchecked.contains("Differs from run to run"))
    let wild = html(.succeeded, [.text("took 7 ms")], expected: "took [..] ms\n...\n")
    #expect(wild.contains("took … ms\n…") && wild.contains("… stands for"))
    #expect(html(.succeeded, [.text("real")], expected: "real").contains("<pre>real</pre>"))
  }
}
