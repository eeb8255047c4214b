import Foundation
import Lessons
import Testing

@testable import Running

struct RunCacheTests {
  private let folder: TestFolder
  private let cache: RunCache
  private let failure = Failure(
    kind: .trap, message: "Index out of range", position: SourcePosition(line: 12, column: 3),
    further: [
      Failure(
        kind: .expectation, message: "no", position: SourcePosition(line: 13, column: 1))
    ])

  init() throws {
    folder = try TestFolder()
    cache = RunCache(folder: folder.url.path)
  }

  private func store(key: String = "key") -> StepRun {
    let run = StepRun(
      id: "a", outcome: .failed(failure), outputs: [.text("x"), .display(["text/plain": "y"])],
      warnings: [
        Diagnostic(
          severity: .warning, message: "unused", position: SourcePosition(line: 10, column: 1)),
        Diagnostic(severity: .warning, message: "nowhere", position: nil),
      ])
    cache.store(run, step: step("a", "x"), dataUses: [], key: key)
    return run
  }

  private func recall(_ key: String = "key", step: Step = step("a", "x")) -> StepRun? {
    cache.entry(for: key, step: step, digests: FileDigests())?.run
  }

  @Test func whatWasStoredIsFound() {
    let run = store()
    #expect(recall() == run)
    #expect(recall("other") == nil)
  }

  @Test func linesMoveWithTheStep() {
    _ = store()
    var moved = step("renamed", "x")
    moved.codeLine = 110
    let run = recall(step: moved)
    #expect(run?.id == "renamed")
    #expect(run?.warnings.map(\.position?.line) == [110, nil])
    guard case .failed(let failure)? = run?.outcome else {
      Issue.record("not as it was stored")
      return
    }
    #expect(failure.position?.line == 112)
    #expect(failure.further.map(\.position?.line) == [113])
  }

  @Test(
    arguments: [
      { (_: String) in "" },
      { (text: String) in String(text.prefix(text.count / 2)) },
      { (_: String) in "not JSON at all" },
      { (_: String) in "\u{0}\u{0}\u{0}" },
      { (text: String) in text.replacing("\"x\"", with: "\"z\"") },
      { (text: String) in String(text.drop { $0 != "\n" }) },
      { (text: String) in sealed(text) { $0.replacing("\"format\":2", with: "\"format\":1") } },
      { (text: String) in
        sealed(text) { $0.replacing("\"key\":\"key\"", with: "\"key\":\"kez\"") }
      },
      { (text: String) in sealed(text) { $0.replacing("outcome", with: "outcame") } },
    ] as [@Sendable (String) -> String])
  func damagedEntriesAreMisses(damage: @Sendable (String) -> String) throws {
    _ = store()
    let file = try #require(folder.files.first { $0.hasSuffix(".json") })
    let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
    try folder.write(damage(text), to: file)
    #expect(recall() == nil)
    let run = store()
    #expect(recall() == run)
  }

  @Test func aFolderThatCannotBeWrittenIsNoFailure() throws {
    try folder.write("in the way", to: "runs")
    _ = store()
    #expect(recall() == nil)
  }
}

/// A changed entry with the digest of what it holds now, as another version may have written it.
private func sealed(_ text: String, _ change: (String) -> String) -> String {
  let content = change(String(text.drop { $0 != "\n" }.dropFirst()))
  var hash = SHA256()
  hash.update(Data(content.utf8))
  return hash.hexadecimal + "\n" + content
}
