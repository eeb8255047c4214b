import ArgumentParser
import Foundation
import Lessons
import Running

struct BlessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bless",
    abstract: "Write what the steps really output into their lessons.",
    discussion: """
      Rewrites the output blocks that differ and adds those that are missing; every other byte \
      of the file stays. Wildcards and tolerances stay where their lines still match. Shows \
      what it changes. Refuses to work where CI is set: there outputs are checked, not made.

      Example:
        lectern bless 3
      """)

  @Argument(help: "Numbers, slugs or paths; without any, all lessons.")
  var lessons: [String] = []

  @Flag(help: "Show the changes and write nothing.")
  var dryRun = false

  func run() throws {
    let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty
    if isCI {
      throw WrongCall(
        message: "bless does not work where CI is set",
        advice: "bless the lesson on your own machine, look at the change and commit it")
    }
    let workspace = Workspace.find()
    let selected = try workspace.read(lessons)
    let environment = try workspace.environment(interruption: InterruptSignal.watch())
    let progress = ProgressLine()
    let options = RunOptions(judgesStarters: false)
    let runs = try ParallelRuns(environment: environment, options: options).map(selected) {
      progress.show($0, urgent: true)
    } transform: { _, run, _ in
      run
    }
    progress.clear()
    var hasFailures = false
    for (lesson, run) in zip(selected, runs) {
      hasFailures = try !bless(lesson, run) || hasFailures
    }
    if hasFailures { throw ExitCode(1) }
  }

  /// Returns false when steps failed: their outputs are not blessed.
  private func bless(_ lesson: Lesson, _ run: LessonRun) throws -> Bool {
    var outputs: [String: String] = [:]
    var isWhole = true
    for (step, result) in zip(lesson.steps, run.steps) {
      if case .skipped = result.outcome { continue }
      if result.isAsPromised(by: step) {
        outputs[step.id] = result.textOutput(of: step)
      } else {
        isWhole = false
        StepComplaints(lesson: lesson).of(step, result).forEach { Terminal.complain($0) }
      }
    }
    let figures = Blessing.figureChanges(in: lesson, run: run)
    let blessed = Blessing.bless(lesson: lesson, outputs: outputs, figures: figures)
    for change in blessed.changes {
      print("\(lesson.path): ‘\(change.stepID)’")
      print("\(change.difference)\n")
    }
    for change in figures { show(change, in: lesson) }
    if blessed.source == lesson.source { print("\(lesson.path): nothing to change") }
    isWhole = !complainOfFigures(lesson, run) && isWhole
    if !dryRun, blessed.source != lesson.source { try write(blessed.source, over: lesson) }
    return isWhole
  }

  private func show(_ change: Blessing.FigureChange, in lesson: Lesson) {
    let position = change.figure.position
    print("\(lesson.path):\(position.line):\(position.column): \(change.figure.expression)")
    print("- \(change.figure.written)\n+ \(change.correction)\n")
  }

  /// Complains of figures that nobody could write down; returns whether there are any.
  private func complainOfFigures(_ lesson: Lesson, _ run: LessonRun) -> Bool {
    let blessable = Set(
      Blessing.figureChanges(in: lesson, run: run).map { $0.figure.byteRange.lowerBound })
    let problems = zip(lesson.figures, run.figures).compactMap { figure, result in
      blessable.contains(figure.byteRange.lowerBound)
        ? nil : StepComplaints(lesson: lesson).of(figure, result)
    }
    for problem in problems { Terminal.complain(problem.description) }
    return !problems.isEmpty
  }

  /// The run took a while: an edit made meanwhile must not be lost.
  private func write(_ source: String, over lesson: Lesson) throws {
    let now = try Data(contentsOf: URL(fileURLWithPath: lesson.path))
    guard now == Data(lesson.source.utf8) else {
      throw WrongCall(
        message: "\(lesson.path) was changed while it ran, so nothing was written",
        advice: "run lectern bless again")
    }
    try AtomicFile.write(source, to: lesson.path)
  }
}
