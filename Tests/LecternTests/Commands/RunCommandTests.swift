import Foundation
import Testing

struct RunCommandTests {
  private let checkout: Checkout

  init() throws {
    checkout = try Checkout([
      "01-x.md": document(
        """
        ```swift id=a
        var count = 1
        print("first")
        ```

        ```swift id=b
        count += 1
        display(count)
        print("\\u{1B}[31mred\\rover\\u{202E}")
        ```

        ```swift id=c
        print("third")
        let values = [1, 2]
        print(values[count])
        ```

        ```swift id=d
        count * 100
        ```
        """)
    ])
  }

  @Test func showsCodeAndOutputAndWhereAStepFailed() throws {
    let outcome = try checkout.lectern("run", "1")
    #expect(outcome.status == 1)
    for text in ["A lesson\n", "── c ──", "  count += 1\n", "\nfirst\n", "\n2\n", "\n200\n"] {
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
    #expect(
      outcome.errors.contains("Lessons/01-x.md:20:13: error: trap: Index out of range"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("20 | print(values[count])"))
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "dumb"]])
  func nothingSteersATerminalThatIsNone(environment: [String: String]) throws {
    for arguments in [["run", "1", "--fresh"], ["test", "1"], ["list"]] {
      let outcome = try checkout.start(arguments, environment: environment).wait()
      #expect(
        !(outcome.output + outcome.errors).unicodeScalars.contains {
          "\u{1B}\r\u{202E}".unicodeScalars.contains($0)
        })
    }
  }

  private struct Event: Decodable {
    var event: String
    var step: String?
    var text: String?
    var data: [String: String]?
    var outcome: String?
    var kind: String?
    var line: Int?
    var output: String?
    var promised: Bool?
  }

  private func events(_ arguments: String...) throws -> [Event] {
    let outcome = try checkout.start(["run", "1", "--json"] + arguments).wait()
    #expect(outcome.output.hasSuffix("\n"))
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Event.self, from: Data($0.utf8))
    }
  }

  @Test func eventsAreOneObjectALine() throws {
    let events = try events("--fresh")
    #expect(events.filter { $0.event == "started" }.map(\.step) == ["a", "b", "c", "d"])
    let finished = events.filter { $0.event == "finished" }
    #expect(finished.map(\.outcome) == ["succeeded", "succeeded", "failed", "succeeded"])
    #expect(finished.map(\.promised) == [true, true, false, true])
    #expect(finished[2].kind == "trap")
    #expect(finished[2].line == 20)
    #expect(finished[1].output == "2\n\u{1B}[31mred\rover\u{202E}\n")
    #expect(finished[3].output == "200\n")
    #expect(events.contains { $0.data?["text/plain"] == "2" && $0.step == "b" })
    #expect(
      events.filter { $0.event == "text" && $0.step == "a" }.compactMap(\.text) == ["first\n"])
  }

  /// What depends on a single step in the compiler's arguments must not be part of how C modules are
  /// named: it would build them anew for each step, and keep them in the user's home for ever.
  @Test func allStepsShareTheCompilersModules() throws {
    let home = checkout.folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let own = ["HOME": home.path, "LECTERN_CACHE": checkout.folder.appending(path: "cache").path]
    _ = try checkout.start(["run", "1"], environment: own).wait()
    let enumerator = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
    let modules = (enumerator?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "pcm" && $0.lastPathComponent.hasPrefix("CKernels") }
    #expect(modules.count == 1, "\(modules.map(\.path))")
  }

  @Test func untilAndFromCutThePart() throws {
    let until = try events("--until", "b", "--fresh")
    #expect(until.filter { $0.event == "finished" }.map(\.step) == ["a", "b"])
    let part = try events("--from", "b", "--until", "b")
    #expect(Set(part.map(\.step)) == ["b"])
    let outcome = try checkout.lectern("run", "1", "--from", "d")
    #expect(!outcome.output.contains("first"))
    #expect(outcome.output.contains("\n200\n"))
  }

  @Test func aStepLeftOutIsNoFailure() throws {
    let checkout = try Checkout([
      "01-x.md": document(
        """
        ```swift id=first
        print("first")
        ```

        ```swift id=crash trap
        fatalError()
        ```

        ```swift id=mistake error
        let text: String = 1
        ```
        """)
    ])
    let outcome = try checkout.lectern("run", "1", "--until", "first")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\nfirst\n") && !outcome.output.contains("crash"))
  }
}
