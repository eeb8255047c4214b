import ArgumentParser
import Foundation
import Lessons
import Running

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run lessons and check every output and every exercise.",
    discussion: """
      Every step runs for real unless --cached is given. A step that writes something must have \
      an output block that matches. The checks of an exercise must fail on its starter and pass \
      on its solution. The page must be one that build can make: links, images and formulas are \
      checked.

      Examples:
        lectern test
        lectern test 1 dot-product-model --cached
        lectern test --shard 2/5 --junit report.xml
      """)

  @Argument(help: "Numbers, slugs or paths; without any, all lessons.")
  var lessons: [String] = []

  @Flag(help: "Take finished runs from the cache.")
  var cached = false

  @Flag(help: "Leave out slow steps and what follows them; it is said which.")
  var fast = false

  @Option(
    help: ArgumentHelp("Test only every Nth lesson, beginning with the Kth.", valueName: "K/N"))
  var shard: String?

  @Option(help: ArgumentHelp("Also write a JUnit report.", valueName: "file"))
  var junit: String?

  @Flag(help: "Also print annotations for GitHub Actions.")
  var github = false

  func run() throws {
    let workspace = Workspace.find()
    let selected = try Shard(shard).select(workspace.read(lessons))
    let environment = try workspace.environment(interruption: InterruptSignal.watch())
    let options = RunOptions(isFast: fast, readsCache: cached)
    let progress = ProgressLine()
    let pages = PageCheck(selected, in: workspace)
    let reports = try ParallelRuns(environment: environment, options: options).map(selected) {
      progress.show($0, urgent: true)
    } transform: { lesson, run, seconds in
      var report = LessonReport(lesson: lesson, run: run, seconds: seconds)
      // What is wrong with its steps comes first.
      if report.failures.isEmpty { report.fail(for: pages.problems(of: lesson, run)) }
      return report
    }
    progress.clear()
    for report in reports {
      print(report.summary)
      for failure in report.failures { Terminal.complain(failure.text + "\n") }
      for note in report.notes { Terminal.complain(note) }
      if github { report.annotations.forEach { print($0) } }
      RunLog(workspace: workspace).note(report.lesson, failures: report.failures.count)
    }
    if let junit { try write(reports, to: junit) }
    let failed = reports.filter { !$0.failures.isEmpty }.count
    // The closing line that test runners' readers look for.
    print("\(reports.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }

  private func write(_ reports: [LessonReport], to path: String) throws {
    try AtomicFile.write(JUnitReport(reports: reports).text, to: path)
  }
}

/// Which part of the lessons this machine tests.
struct Shard {
  private var part = 1
  private var count = 1

  init(_ text: String?) throws {
    guard let text else { return }
    let numbers = text.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, numbers[1] >= 1, (1...numbers[1]).contains(numbers[0]) else {
      throw WrongCall(
        message: "‘\(text)’ is no shard", advice: "write --shard 2/5 for the second of five")
    }
    (part, count) = (numbers[0], numbers[1])
  }

  func select(_ lessons: [Lesson]) -> [Lesson] {
    lessons.enumerated().filter { $0.offset % count == part - 1 }.map(\.element)
  }
}
