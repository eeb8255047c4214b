import Testing

@testable import Site

@Suite struct ReplicationResultsTests {
  private let line = ReplicationResults.line(ReplicationFixture.run("dot product", 0.81))

  @Test func whatIsWrittenIsRead() throws {
    let runs = Replication.all.enumerated().map { index, replication in
      ReplicationFixture.run(replication.model, 0.1 * Double(index + 1), set: replication.sets[0])
    }
    let text = runs.map { ReplicationResults.line($0) + "\n" }.joined()
    #expect(try ReplicationResults(text: text, path: "r").runs == runs)
    #expect(try ReplicationResults(text: "", path: "r").runs == [])
  }

  @Test func aRunOfOtherSettingsIsAnother() throws {
    let results = try ReplicationResults(text: line, path: "r")
    var key = results.runs[0].key
    #expect(results.contains(key))
    key.settings.training?.weightDecay += 0.01
    #expect(!results.contains(key))
  }

  @Test(arguments: [
    ("{", "this is not a run"), ("", "this is not a run"),
    (replaced("\"seed\":1,", ""), "‘seed’ is missing"),
    (replaced("\"seed\":1", "\"seed\":\"1\""), "‘seed’ has the wrong type"),
    (replaced("\"factors\":50", "\"factors\":\"x\""), "factors’ has the wrong type"),
    (replaced("\"meanAbsoluteError\":0.5", "\"meanAbsoluteError\":-0.5"), "must be 0 or more"),
    (replaced("\"meanSquaredError\":0.81", "\"meanSquaredError\":0.82"), "is not the root of"),
    (replaced("0a0a", "zz0a"), "64 hexadecimal digits"),
    (replaced("\"Lectern 1\"", "\"\""), "a name is empty"),
    (replaced("", ""), "the same run as in line 1"),
  ])
  func aMalformedLineIsNamed(bad: String, message: String) {
    let fault = #expect(throws: ReplicationFault.self) {
      try ReplicationResults(text: line + "\n" + bad + "\n", path: "some/results.jsonl")
    }
    #expect(fault?.line == 2)
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    #expect(fault?.description.hasPrefix("some/results.jsonl:2: ") == true)
  }

  private static func replaced(_ old: String, _ new: String) -> String {
    let line = ReplicationResults.line(ReplicationFixture.run("dot product", 0.81))
    return old.isEmpty ? line : String(line.replacing(old, with: new, maxReplacements: 1))
  }
}
