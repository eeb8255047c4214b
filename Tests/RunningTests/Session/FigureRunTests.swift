import Lessons
import Testing

@testable import Running

/// Figures are computed in one hidden step after the step that they name.
struct FigureRunTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let source = document(
    """
    From 1<!-- a: count --> to 3<!-- b: count -->, `1.5`<!-- a: half -->, *six*<!-- answer: six() -->.

    ```swift id=a
    var count = 1
    let half: Float? = 1.5
    ```

    ```swift id=stop trap
    fatalError()
    ```

    ```swift id=b
    count += 2
    let half = "no"
    ```

    ```swift exercise=six
    func six() -> String { "" }
    ```

    ```swift solution=six id=answer
    func six() -> String { "six" }
    ```

    ```swift check=six id=check
    expect(six() == "six")
    ```

    ```swift id=last
    count
    ```
    """)

  private func outcomes(_ watched: WatchedRun) -> [String] {
    zip(watched.lesson.figures, watched.run.figures).map { figure, run in
      switch run.outcome {
      case .value(let text, let digits): "\(text) \(digits ?? "-")"
      case .failed(let message, let position):
        "\(position.line):\(position.column) \(message)"
      case .skipped(let reason): "skipped: \(reason)"
      }
    }
  }

  @Test func eachSeesTheStateAfterItsStep() throws {
    let first = try bench.run(Self.source)
    #expect(outcomes(first) == ["1 1", "3 3", "1.5 1.5", "six -"])
    #expect(
      first.ran.map { $0.dropFirst(4) } == [
        "a", "a.figures", "stop", "b", "b.figures", "step-4", "check", "answer", "answer.figures",
        "check", "last",
      ])
    #expect(first.output("last") == "3\n")
    // Nothing of a hidden step is a step of the lesson.
    #expect(first.run.steps.count == first.lesson.steps.count)

    let again = try bench.run(Self.source.replacing("From 1", with: "New\n\nprose. From 2"))
    #expect(again.ran == [])
    #expect(outcomes(again) == outcomes(first))
  }

  @Test func aChangedExpressionRunsItsHiddenStepOnly() throws {
    let session = LessonSession(environment: bench.environment)
    _ = try bench.run(Self.source, in: session)
    let edited = Self.source.replacing("a: count", with: "a: count * 10")
    let changed = try bench.run(edited, in: session)
    // On the state after `a`, although the session had gone on to the end.
    #expect(changed.ran == ["run a.figures"])
    #expect(outcomes(changed) == ["10 10", "3 3", "1.5 1.5", "six -"])
    // A session that has no state must bring it back first.
    let other = try bench.run(Self.source.replacing("a: count", with: "a: -count"))
    #expect(other.ran == ["replay a", "run a.figures"])
    #expect(outcomes(other).first == "-1 -1")
    // What comes after still has the state that it needs.
    let last = try bench.run(edited.replacing("\ncount\n", with: "\ncount + 1\n"), in: session)
    #expect(last.output("last") == "4\n")
  }

  @Test(arguments: [
    ("a: cuont", "7:10 cannot find 'cuont' in scope"),
    ("a: count + nil!", "7:18 "),
    ("a: half", "1.5 1.5"),
    ("a: [count][3]", "7:17 trap: Index out of range"),
    ("a: six()", "7:10 cannot find 'six' in scope"),
    ("a: await f()", "7:10 a step cannot ‘await’ at its top level"),
    ("a: let x = 1", "7:10 expected expression in list"),
  ])
  func mistakesAreAtTheExpression(_ comment: String, _ expected: String) throws {
    let source = Self.source.replacing(
      "From 1<!-- a: count -->", with: "From\n1<!-- \(comment) -->")
    let watched = try bench.run(source)
    let outcome = try #require(outcomes(watched).first)
    #expect(outcome.hasPrefix(expected), "\(outcome)")
    #expect(outcomes(watched)[1] == "3 3")
    #expect(watched.ending("last") == "ok")
    // The other figure of the step is not said to be wrong.
    let other = outcomes(watched)[2]
    #expect(other == "1.5 1.5" || other == "skipped: another figure of ‘a’ failed", "\(other)")
  }

  @Test func whatDoesNotRunHasNoFigures() throws {
    let slow = Self.source.replacing("id=b\n", with: "id=b slow\n")
    let watched = try bench.run(slow, options: RunOptions(isFast: true))
    #expect(
      outcomes(watched) == [
        "1 1", "skipped: --fast leaves ‘b’ and all after it out", "1.5 1.5",
        "skipped: --fast leaves ‘b’ and all after it out",
      ])
  }

  @Test func aFailedStepHasNoFigures() throws {
    let watched = try bench.run(
      Self.source.replacing("count += 2\n", with: "count += [2][count]\n"))
    #expect(
      outcomes(watched) == ["1 1", "skipped: ‘b’ failed", "1.5 1.5", "six -"])
    #expect(!watched.ran.contains("run b.figures"))
    // The state is that of the steps that did not fail.
    #expect(watched.output("last") == "1\n")
    #expect(watched.ending("check") == "ok")
  }
}
