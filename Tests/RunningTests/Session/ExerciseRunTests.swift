import Running
import Testing

/// Exercises run both ways: the checks must reject the starter and accept the solution.
struct ExerciseRunTests {
  private func exercise(_ starter: String, _ solution: String, _ checks: String...) -> String {
    let fences = checks.enumerated().map { "```swift check=sum id=check-\($0)\n\($1)\n```" }
    return document(
      """
      ```swift id=a
      var count = 2
      ```

      ```swift exercise=sum
      \(starter)
      ```

      ```swift solution=sum id=solution
      \(solution)
      ```

      \(fences.joined(separator: "\n\n"))

      ```swift id=last
      print(sum(count))
      ```
      """)
  }

  @Test(arguments: [
    // One of the checks is enough to reject.
    (["func sum(_ n: Int) -> Int { n }", "expect(sum(0) == 0)", "expect(sum(2) == 3)"], true),
    (["func sum(_ n: Int) -> Int { fatalError() }", "expect(sum(2) == 3)"], true),
    (["func total(_ n: Int) -> Int { 0 }", "expect(sum(2) == 3)"], true),
    (["func sum(_ n: Int) -> Int { TODO }", "expect(sum(2) == 3)"], true),
    (["count = 7\nfatalError()", "expect(sum(2) == 3)"], true),
    (["func sum(_ n: Int) -> Int { 0 }", "expect(sum(2) >= 0)\ncount = 9"], false),
  ])
  func startersAreRejected(codes: [String], isRejected: Bool) throws {
    let solution = "func sum(_ n: Int) -> Int { n * (n + 1) / 2 }"
    let source =
      codes.count == 2
      ? exercise(codes[0], solution, codes[1]) : exercise(codes[0], solution, codes[1], codes[2])
    let watched = try Workbench().run(source)
    #expect(watched.run.exercises.map(\.starterWasRejected) == [isRejected])
    #expect(watched.run.exercises.allSatisfy { $0.message.isEmpty != isRejected })
    #expect(watched.ending("solution") == "ok")
    #expect(watched.ending("check-0") == "ok")
    #expect(watched.ending("step-2").hasPrefix("skipped: "))
    // Neither the starter nor a check has left a trace.
    #expect(watched.output("last") == "3\n")
  }

  @Test func aWrongSolutionIsReported() throws {
    let watched = try Workbench().run(
      exercise(
        "func sum(_ n: Int) -> Int { 0 }", "func sum(_ n: Int) -> Int { n }", "expect(sum(2) == 3)")
    )
    #expect(watched.ending("check-0").hasPrefix("expectation 1: "))
    #expect(watched.output("last") == "2\n")
  }
}
