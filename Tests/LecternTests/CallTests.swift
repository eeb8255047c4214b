import Foundation
import Testing

/// Exit statuses, and which stream says what.
struct CallTests {
  private let checkout: Checkout

  init() throws {
    checkout = try Checkout([
      "01-first.md": document(
        "```swift id=middle\nprint(1)\n```\n\n```output\n1\n```\n\n"
          + "```swift id=later no-run\n```"),
      "02-second.md": document("Prose."),
    ])
    try checkout.write(
      document("```swift tiemout=3\n```\n\n```swift id=a\n```\n\n```swift id=a\n```")
        .replacing("summary", with: "sumary"), to: "broken.md")
  }

  @Test(arguments: [
    (["--version"], "0."), (["--help"], "Exit status: 0 all well"), (["help", "bless"], "CI"),
    (["list"], "first   A lesson"), (["run", "1"], "  print(1)\n\n1\n"),
    (["test", "1"], "1 passed, 0 failed"), (["data"], "MovieLens"),
  ])
  func resultsGoToStandardOutput(arguments: [String], text: String) throws {
    let outcome = try checkout.start(arguments).wait()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(text))
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    (["rum", "1"], "did you mean ‘run’?"),
    (["run"], "lesson"),
    (["run", "9"], "there is no lesson ‘9’"),
    (["run", "frist"], "did you mean ‘first’?"),
    (["run", "missing.md"], "there is no lesson ‘missing.md’"),
    (["run", "1", "--until", "midle"], "did you mean ‘middle’?"),
    (["run", "1", "--from", "zzz"], "its steps are: middle, later"),
    (["run", "1", "--until", "middle", "--from", "later"], "‘later’ stands after ‘middle’"),
    (["run", "1", "--bogus"], "--bogus"),
    (["help", "rum"], "did you mean ‘run’?"),
    (["test", "--shard", "0/3"], "--shard 2/5"),
    (["test", "--shard", "4/3"], "‘4/3’ is no shard"),
    (["new", "Bad Slug"], "my-lesson"),
    (["new", "first"], "is there already"),
    (["bless", "nothing"], "there is no lesson"),
    (["bench", "gem"], "did you mean ‘gemm’?"),
    (["bench", "gemm", "--runs", "0"], "--runs takes a number from 1 on"),
    (["bench", "yardstick", "--splits", "nowhere"], "nowhere/0.training.csv: "),
    (["bench", "--seeds", "2"], "belong to --replicate"),
    (["bench", "gemm", "--replicate"], "--replicate takes no benchmark's name"),
    (["bench", "--replicate", "--seeds", "0"], "--seeds takes a number from 1 on"),
    (["bench", "--replicate", "--data", "ml-2k"], "there is no data set ‘ml-2k’"),
    (["bench", "--replicate", "--model", "dott product"], "did you mean ‘dot product’?"),
    (["bench", "--replicate", "--ml100k", "nowhere"], "nowhere does not hold ml-100k"),
  ])
  func wrongCallsSayWhatToDo(arguments: [String], text: String) throws {
    let outcome = try checkout.start(arguments).wait()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test func allMistakesOfAFileAreReported() throws {
    let outcome = try checkout.lectern("run", "broken.md")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    for text in [
      "broken.md:3:1: error: ", "did you mean ‘summary’?", "broken.md:6:10: error: ",
      "did you mean ‘timeout’?", "broken.md:12:", "    6 | ```swift tiemout=3",
    ] {
      #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }
  }

  @Test func whatTheMachineLacksIsStatus3() throws {
    let noCompiler = try checkout.lectern("run", "1", environment: ["PATH": "/nowhere"])
    #expect(noCompiler.status == 3)
    #expect(noCompiler.errors.contains("no swiftc"))
    #expect(noCompiler.errors.contains("swift.org/install"))
    let noDisk = try checkout.lectern("run", "1", environment: ["LECTERN_CACHE": "/dev/null/x"])
    #expect(noDisk.status == 3)
    #expect(noDisk.errors.contains("/dev/null/x"))
  }
}
