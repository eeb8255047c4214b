import Running
import Testing

/// Wrong answers must be rejected by the checks, and put out what the check says.
struct WrongAnswerTests {
  private func source(_ answers: [String], check: String = "expect(sum(2) == 3, \"add 0 to n\")")
    -> String
  {
    let fences = answers.enumerated().map { "```swift wrong=sum id=slip-\($0)\n\($1)\n```" }
    return document(
      """
      ```swift exercise=sum
      func sum(_ n: Int) -> Int { TODO }
      ```

      \(fences.joined(separator: "\n\n"))

      ```swift solution=sum
      func sum(_ n: Int) -> Int { n * (n + 1) / 2 }
      ```

      ```swift check=sum id=first
      expect(sum(0) == 0, "start at 0")
      expect(sum(1) == 1, "1 is 1")
      ```

      ```swift check=sum id=second
      \(check)
      ```

      ```swift id=last
      sum(4)
      ```
      """)
  }

  @Test(arguments: [
    // The first complaint of the first check that has one.
    ("func sum(_ n: Int) -> Int { 7 }", "ok", "start at 0\nsum(0) is 7\n"),
    ("func sum(_ n: Int) -> Int { n }", "ok", "add 0 to n\nsum(2) is 2\n"),
    ("func sum(_ n: Int) -> Int { print(n); return [n][n] }", "ok", "trap: Index out of range\n"),
    ("fatalError(\"never\")", "ok", "trap: never\n"),
    (
      "func sum(_ n: Int) -> Int { n * (n + 1) / 2 }",
      "didNotFail 0: the checks of exercise ‘sum’ accept this wrong answer", ""
    ),
  ])
  func whatTheCheckSays(_ answer: String, ending: String, output: String) throws {
    let watched = try Workbench().run(source([answer]))
    #expect(watched.ending("slip-0") == ending)
    #expect(watched.output("slip-0") == output)
    #expect(watched.run.exercises.map(\.starterWasRejected) == [true])
    #expect(watched.output("last") == "10\n")
  }

  @Test func oneThatDoesNotCompileIsAMistake() throws {
    let watched = try Workbench().run(source(["func sum(_ n: Int) -> Int { m }"]))
    #expect(watched.ending("slip-0").hasPrefix("error 1:29: cannot find 'm' in scope"))
  }

  @Test func theyRunWhetherStartersAreJudgedOrNotAndAreKept() throws {
    let bench = try Workbench()
    let text = source(["func sum(_ n: Int) -> Int { n }", "func sum(_ n: Int) -> Int { 0 }"])
    let options = RunOptions(judgesStarters: false)
    let first = try bench.run(text, options: options)
    #expect(
      first.ran.map { $0.dropFirst(4) } == [
        "slip-0", "first", "second", "slip-0", "slip-1", "first", "second", "slip-1", "step-4",
        "first", "second", "last",
      ])
    let again = try bench.run(text, options: options)
    #expect(again.ran == [])
    #expect(again.run.steps.map(\.outcome) == first.run.steps.map(\.outcome))
    #expect(again.output("slip-1") == "1 is 1\nsum(1) is 0\n")
    #expect(again.events.filter { $0.contains("slip") } == ["known slip-0", "known slip-1"])
  }

  @Test func aStarterThatDoesNotCompileRunsNothingAgain() throws {
    let bench = try Workbench()
    _ = try bench.run(source([]))
    #expect(try bench.run(source([])).ran == [])
  }
}
