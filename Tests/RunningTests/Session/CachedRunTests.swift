import Foundation
import Lessons
import Testing

@testable import Running

/// What runs again after a change, and what does not.
struct CachedRunTests {
  private let bench: Workbench
  private let source: String

  init() throws {
    bench = try Workbench()
    source = document(
      """
      ```swift id=a
      var count = 1
      ```

      ```swift id=wrong error
      let text: String = count
      ```

      ```swift id=b
      count += 1
      print(count)
      ```

      ```swift id=stop trap
      fatalError("at \\(count)")
      ```

      ```swift exercise=next
      func next() -> Int { 0 }
      ```

      ```swift solution=next id=answer
      func next() -> Int { count + 1 }
      ```

      ```swift check=next id=check
      expect(next() == 3)
      ```

      ```swift id=c
      next()
      ```
      """)
  }

  @Test func proseRunsNothing() throws {
    let first = try bench.run(source)
    #expect(
      first.ran
        == ["a", "wrong", "b", "stop", "step-5", "check", "answer", "check", "c"].map {
          "run \($0)"
        })
    let moved = source.replacing("```swift id=b", with: "New\nprose.\n\n```swift id=b")
    for text in [source, moved] {
      let again = try bench.run(text)
      #expect(again.ran == [])
      #expect(again.run.steps.map(\.id) == first.run.steps.map(\.id))
      for step in again.lesson.steps {
        #expect(again.ending(step.id) == first.ending(step.id))
        #expect(again.output(step.id) == first.output(step.id))
      }
      #expect(again.run.exercises == first.run.exercises)
    }
    #expect(first.output("stop") == "trap on line 1: at 2\n")
  }

  @Test func aChangedStepAndWhatFollowsItRun() throws {
    _ = try bench.run(source)
    let edited = source.replacing("next()\n```", with: "next() * 10\n```")
    let changed = try bench.run(edited)
    #expect(changed.ran == ["replay a", "replay b", "replay answer", "run c"])
    #expect(changed.output("c") == "30\n")
    #expect(changed.output("b") == "2\n")
    #expect(changed.output("wrong").contains("cannot convert"))
    let back = try bench.run(source)
    #expect(back.ran == [])
    #expect(back.output("c") == "3\n")
  }

  @Test func aSessionGoesBackInsteadOfReplaying() throws {
    let session = LessonSession(environment: bench.environment)
    _ = try bench.run(source, in: session)
    let edited = source.replacing("count += 1\n", with: "count += 10\n")
    let changed = try bench.run(edited, in: session)
    #expect(
      changed.ran == ["b", "stop", "step-5", "check", "answer", "check", "c"].map { "run \($0)" })
    #expect(changed.output("b") == "11\n")
    #expect(changed.output("stop") == "trap on line 1: at 11\n")
    #expect(changed.output("c") == "12\n")
    #expect(changed.ending("a") == "ok")
    // `b` alone is still as it was, but its state has gone: it runs again without being new.
    let last = try bench.run(
      source.replacing("next()\n```", with: "next() + 1\n```"), in: session)
    #expect(last.ran == ["replay b", "replay answer", "run c"])
    #expect(last.output("c") == "4\n")
    #expect(last.output("b") == "2\n")
    #expect(last.run.steps.allSatisfy { $0.outcome != .skipped(reason: "not run") })
  }

  @Test func aSessionWithoutTheCacheRunsAllAgain() throws {
    let session = LessonSession(environment: bench.environment)
    let options = RunOptions(judgesStarters: false, readsCache: false)
    for _ in 0..<2 {
      let watched = try bench.run(source, in: session, options: options)
      #expect(
        watched.ran == ["a", "wrong", "b", "stop", "answer", "check", "c"].map { "run \($0)" })
      #expect(watched.output("c") == "3\n")
    }
  }

  @Test func aFailedStepAndWhatFollowsItAreNotKept() throws {
    let failing = fences("let a = 1", "fatalError()", "let c = a", "print(c)")
    _ = try bench.run(failing)
    let again = try bench.run(failing)
    #expect(again.ran == ["replay a", "run b", "run c", "run d"])
    #expect(again.output("d") == "1\n")
    let session = LessonSession(environment: bench.environment)
    for _ in 0..<2 {
      let watched = try bench.run(failing, in: session)
      #expect(watched.ending("b") == "trap 1: Fatal error")
      #expect(watched.output("d") == "1\n")
    }
  }

  @Test func changedDataRunWhatRestsOnThem() throws {
    try bench.folder.write("one", to: "ratings.csv")
    let path = bench.folder.path("ratings.csv")
    let data = fences(
      "let a = 1",
      """
      import Foundation
      reportDataUse(name: "ratings", path: "\(path)", sha256: nil)
      let text = String(decoding: FileManager.default.contents(atPath: "\(path)") ?? Data(), as: UTF8.self)
      """,
      "print(text)")
    let first = try bench.run(data)
    #expect(first.output("c") == "one\n")
    #expect(first.run.dataFiles.map(\.name) == ["ratings"])
    #expect(first.run.dataFiles.map(\.sha256) == [Digest.ofFile(path)])
    let session = LessonSession(environment: bench.environment)
    #expect(try bench.run(data, in: session).ran == [])
    for (text, replay) in [("three", ["replay a"]), ("two", [])] {
      try bench.folder.write(text, to: "ratings.csv")
      let watched = try bench.run(data, in: session)
      #expect(watched.ran == replay + ["run b", "run c"])
      #expect(watched.output("c") == text + "\n")
    }
  }

  @Test func anotherBuildOfTheModulesIsAMiss() throws {
    let short = fences("let a = 1", "print(a)")
    _ = try bench.run(short)
    bench.environment.fingerprint = "other"
    #expect(try bench.run(short).ran == ["run a", "run b"])
  }

  /// Everything that is kept on disk, cut short, emptied, or with one bit turned.
  @Test(
    arguments: [
      { (data: Data) in data.prefix(data.count / 2) },
      { (_: Data) in Data() },
      { (data: Data) in
        var data = data
        if !data.isEmpty { data[data.count / 2] ^= 1 }
        return data
      },
    ] as [@Sendable (Data) -> Data])
  func aDamagedCacheIsNone(damage: @Sendable (Data) -> Data) throws {
    let short = fences("var a = [1]\nprint(a)", "print(a + [2])", "a.append(3)\nprint(a)")
    _ = try bench.run(short)
    let cache = bench.folder.url.appending(path: "cache")
    for file in bench.folder.files where file.hasPrefix("cache/") {
      let url = bench.folder.url.appending(path: file)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      try damage(Data(contentsOf: url)).write(to: url)
    }
    let environment = try RunEnvironment(
      executable: Workbench.products.appending(path: "lectern").path, cacheFolder: cache.path,
      preludeModules: ["Display"], stepModules: ["Display"])
    bench.environment = environment
    for _ in 0..<2 {
      let watched = try bench.run(short)
      #expect(watched.ending("a") == "ok" && watched.ending("b") == "ok")
      #expect(
        ["a", "b", "c"].map(watched.output) == ["[1]\n", "[1, 2]\n", "[1, 3]\n"])
    }
    #expect(try bench.run(short).ran == [])
  }
}
