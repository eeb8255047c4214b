import ArgumentParser
import Foundation
import Lessons
import Running

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a lesson and show its code, outputs and plots.",
    discussion: """
      Steps run in order, in one session. A step that fails costs only itself: the steps after \
      it go on from the state before it. Results that are still valid come from the cache.

      Examples:
        lectern run 3
        lectern run dot-product-model --until train
        lectern run notes/my-lesson.md --from plot --json
      """)

  @Argument(help: "A number, a slug, or the path of a Markdown file.")
  var lesson: String

  @Option(help: ArgumentHelp("Stop after this step.", valueName: "id"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Show from this step on; those before it only make the state.", valueName: "id"))
  var from: String?

  @Flag(help: "Leave out the first slow step and all after it.")
  var fast = false

  @Flag(help: "Run every step now, whatever the cache holds.")
  var fresh = false

  @Flag(help: "Print events, one JSON object a line.")
  var json = false

  func run() throws {
    let workspace = Workspace.find()
    let parsed = try LessonParser.read(path: workspace.path(of: lesson))
    for id in [until, from].compactMap({ $0 }) { try check(id, in: parsed) }
    try checkOrder(in: parsed)
    let environment = try workspace.environment(interruption: InterruptSignal.watch())
    let options = RunOptions(
      until: until, isFast: fast, judgesStarters: false, readsCache: !fresh)
    let session = LessonSession(environment: environment)
    let result =
      try json ? runAsJSON(session, parsed, options) : runForPerson(session, parsed, options)
    let complaints = StepComplaints(lesson: parsed)
    let wrong = zip(parsed.figures, result.figures).compactMap { complaints.of($0, $1) }
    for problem in wrong { Terminal.complain(problem.description) }
    let failures =
      zip(parsed.steps, result.steps).count { !$1.isAsPromised(by: $0) } + wrong.count
    if until == nil && !fast { RunLog(workspace: workspace).note(parsed, failures: failures) }
    if failures > 0 { throw ExitCode(1) }
  }

  private func runForPerson(
    _ session: LessonSession, _ lesson: Lesson, _ options: RunOptions
  ) throws -> LessonRun {
    let printer = LessonPrinter(lesson, from: from)
    defer { printer.end() }
    print(Style.bold(lesson.title))
    print(lesson.frontMatter.summary.wrapped(to: min(Terminal.width, 80)))
    print()
    let run = try session.run(lesson, options: options, observe: printer.handle)
    for (step, result) in zip(lesson.steps, run.steps) {
      if fast, case .skipped(let reason) = result.outcome, step.isSlow { Terminal.complain(reason) }
    }
    return run
  }

  private func runAsJSON(
    _ session: LessonSession, _ lesson: Lesson, _ options: RunOptions
  ) throws -> LessonRun {
    let writer = JSONEvents(lesson: lesson, from: from)
    let run = try session.run(lesson, options: options, observe: writer.handle)
    for (figure, result) in zip(lesson.figures, run.figures) { writer.send(figure, result) }
    return run
  }

  private func check(_ id: String, in lesson: Lesson) throws {
    let known = lesson.steps.map(\.id)
    if known.contains(id) { return }
    throw WrongCall(
      message: "\(lesson.path) has no step ‘\(id)’",
      advice: NearestWord.advice(for: id, among: known)
        ?? "its steps are: \(known.joined(separator: ", "))")
  }

  private func checkOrder(in lesson: Lesson) throws {
    guard let from, let until else { return }
    let order = lesson.steps.map(\.id).filter { $0 == from || $0 == until }
    if order.first == from { return }
    throw WrongCall(
      message: "‘\(from)’ stands after ‘\(until)’, so there is nothing to show",
      advice: "name the earlier step with --from and the later one with --until")
  }
}
