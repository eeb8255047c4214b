import Foundation
import Lessons
import Running
import Testing

/// Steps that go wrong: each is reported at its own line, and the next one still finds the
/// state before it.
struct FailureTests {
  @Test func everyFailureCostsItsStepOnly() throws {
    let failing: [(code: String, ending: String, output: String)] = [
      (
        "count = 0\nprint(\"before\")\nlet values = [1, 2]\n_ = values[count + 2]",
        "trap 4: Index out of range", "before\n"
      ),
      ("count = 0\nlet limit = Int.max - count\nprint(limit + count + 1)", "", ""),
      (
        "count = 0\nprecondition(count > 0, \"count must be\\npositive\")",
        "trap 2: count must be\npositive", ""
      ),
      (
        "count = 0\nenum Odd: Error { case bad(Int) }\nthrow Odd.bad(3)",
        "uncaughtError 3: Odd.bad(3)", ""
      ),
      (
        "count = 0\nexpect(count == 1)\nexpect(count > 1, \"too few\")\nprint(\"after\")", "",
        "after\n"
      ),
      (
        """
        count = 0
        @inline(never) func deep(_ n: Int) -> Int {
          n == 1 << 40 ? 0 : n - deep(n + 1)
        }
        print(deep(count))
        """,
        "trap 3: Bad memory access, often a function that calls itself without end", ""
      ),
      (
        "count = 0\nprint(\"on\", terminator: \"\")\nwhile true { count &+= 1 }",
        "timeout 3: still running after 1 second; stopped", "on"
      ),
      ("import Foundation\ncount = 0\nexit(3)", "exit 3: called exit(3)", ""),
      (
        "import Foundation\ncount = 0\nkill(getpid(), SIGKILL)",
        "killed 1: was killed from outside, perhaps for lack of memory", ""
      ),
    ]
    let fences = failing.enumerated().map { index, step in
      "```swift id=f\(index) timeout=\(step.code.contains("while") ? 1 : 60)\n\(step.code)\n```"
    }
    let source = document(
      "```swift id=start\nvar count = 41\n```\n\n\(fences.joined(separator: "\n\n"))\n\n"
        + "```swift id=last\ncount += 1\nprint(count)\n```")
    let watched = try Workbench().run(source)
    for (index, step) in failing.enumerated() {
      if !step.ending.isEmpty { #expect(watched.ending("f\(index)") == step.ending) }
      #expect(
        watched.run["f\(index)"]?.outputs == (step.output.isEmpty ? [] : [.text(step.output)]))
    }
    #expect(watched.ending("f1").hasPrefix("trap 3: "))
    #expect(watched.ending("f1").lowercased().contains("overflow"))
    #expect(watched.ending("f4").hasPrefix("expectation 2: "))
    #expect(watched.ending("f4").contains("; expectation 3: too few"))
    #expect(watched.output("last") == "42\n")
  }

  @Test func errorAndTrapStepsKeepTheirPromise() throws {
    let watched = try Workbench().run(
      document(
        """
        ```swift id=a
        var count = 1
        ```

        ```swift id=wrong error
        let text: String = count
        ```

        ```swift id=right error
        let fine = count
        ```

        ```swift id=stops trap
        count = 2
        fatalError("no \\(count)")
        ```

        ```swift id=goes trap
        count = 3
        ```

        ```swift id=raises trap
        struct Lost: Error {}
        throw Lost()
        ```

        ```swift id=last
        print(count)
        ```
        """))
    #expect(
      watched.output("wrong") == """
        line 1, column 20: error: cannot convert value of type 'Int' to specified type 'String'
          let text: String = count

        """)
    #expect(
      watched.ending("right") == "didNotFail 1: this step is marked ‘error’, but it compiles")
    #expect(watched.output("stops") == "trap on line 2: no 2\n")
    #expect(
      watched.ending("goes") == "didNotFail 1: this step is marked ‘trap’, but it ran to its end")
    #expect(watched.output("raises") == "uncaught error on line 2: Lost()\n")
    #expect(watched.output("last") == "1\n")
    let promised = zip(watched.lesson.steps, watched.run.steps).map { $1.isAsPromised(by: $0) }
    #expect(promised == [true, true, false, true, false, true, true])
  }

  @Test func compilersMessagesNameTheLessonsLines() throws {
    let watched = try Workbench().run(
      fences(
        "struct Model { var size = 1 }\nlet model = Model()",
        "let wide = model.width\nlet text: String = model",
        "guard let n = Int(\"1\") else { fatalError() }",
        "print(wide)",
        "model.size +\n  missing",
        "let half = (1 +"))
    let messages = ["b", "c", "d", "e", "f"].map(watched.ending)
    #expect(
      messages[0]
        == "error 1:18: value of type 'Model' has no member 'width'; "
        + "error 2:20: cannot convert value of type 'Model' to specified type 'String'")
    #expect(messages[1].hasPrefix("error 1:1: "))
    #expect(messages[2].hasPrefix("error 1:7: cannot find 'wide' in scope"))
    #expect(messages[3].hasPrefix("error 2:3: cannot find 'missing' in scope"))
    #expect(messages[4].hasPrefix("error 1:16: "))
    for message in messages {
      #expect(!message.contains("step_") && !message.contains("display"), "\(message)")
    }
  }

  @Test func aThreadLeftBehindCostsAReplay() throws {
    let watched = try Workbench().run(
      fences(
        "var count = 1",
        """
        import Foundation
        count += 1
        let thread = Thread { while true { sleep(60) } }
        thread.start()
        """,
        "count += 10",
        "count = 0\nfatalError(\"stop\")",
        "while !thread.isExecuting { usleep(1000) }\nprint(count)"))
    #expect(watched.ending("d") == "trap 2: stop")
    #expect(watched.output("e") == "12\n")
  }
}
