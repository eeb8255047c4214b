import Lessons
import Running

/// What a test finds in a lesson's run.
struct LessonReport: Sendable {
  struct Failure: Sendable {
    var step: String
    var position: SourcePosition
    /// One line.
    var message: String
    /// With file, line, and what is different.
    var text: String
  }

  var lesson: Lesson
  var seconds: Double
  var failures: [Failure] = []
  /// What was left out, and why.
  var notes: [String] = []
  private var checked = 0
  private var checkedFigures = 0

  init(lesson: Lesson, run: LessonRun, seconds: Double) {
    self.lesson = lesson
    self.seconds = seconds
    for (step, stepRun) in zip(lesson.steps, run.steps) { examine(step, stepRun) }
    for exercise in lesson.exercises {
      examine(exercise, run.exercises.first { $0.name == exercise.name })
    }
    for (figure, figureRun) in zip(lesson.figures, run.figures) { examine(figure, figureRun) }
  }

  private mutating func examine(_ step: Step, _ run: StepRun) {
    if case .skipped(let reason) = run.outcome {
      if step.role != .shown, !step.isStarter {
        notes.append("\(lesson.path):\(step.position.line): ‘\(step.id)’ was left out: \(reason)")
      }
      return
    }
    checked += 1
    guard run.isAsPromised(by: step) else {
      let complaints = StepComplaints(lesson: lesson).of(step, run)
      return fail(
        step.id, at: run.position ?? step.position, run.summary,
        text: complaints.joined(separator: "\n"))
    }
    let output = run.textOutput(of: step)
    guard let expected = step.expected else {
      if output.contains(where: { !$0.isWhitespace }) { failForMissingBlock(step, output) }
      return
    }
    if case .differs(let difference) = OutputMatch.compare(actual: output, expected: expected) {
      let message = "the output of ‘\(step.id)’ is not what the lesson says"
      fail(
        step.id, at: expected.position, message,
        text: "\(place(expected.position)): \(message)\n\(difference)\n"
          + "   if the new output is right: lectern bless \(lesson.slug)")
    }
  }

  private mutating func failForMissingBlock(_ step: Step, _ output: String) {
    let message = "‘\(step.id)’ writes something, but no output block stands below it"
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(6).map { "   \($0.prefix(76))".harmless }
    fail(
      step.id, at: step.position, message,
      text: "\(place(step.position)): \(message)\n" + shown.joined(separator: "\n")
        + (lines.count > 6 ? "\n   …" : "") + "\n   to add it: lectern bless \(lesson.slug)")
  }

  private mutating func examine(_ exercise: Exercise, _ run: ExerciseRun?) {
    for complaint in StepComplaints(lesson: lesson).of(exercise, run) {
      fail(
        exercise.starter.id, at: exercise.starter.position,
        "the checks of exercise ‘\(exercise.name)’ accept its starter", text: complaint)
    }
  }

  private mutating func examine(_ figure: Figure, _ run: FigureRun) {
    if case .skipped = run.outcome { return }
    checkedFigures += 1
    guard let problem = StepComplaints(lesson: lesson).of(figure, run) else { return }
    fail(figure.step, at: problem.position, problem.message, text: problem.description)
  }

  /// What is wrong with the lesson's page.
  mutating func fail(for problems: [LessonProblem]) {
    for problem in problems {
      fail("page", at: problem.position, problem.message, text: problem.description)
    }
  }

  private mutating func fail(
    _ step: String, at position: SourcePosition, _ message: String, text: String
  ) {
    failures.append(Failure(step: step, position: position, message: message, text: text))
  }

  private func place(_ position: SourcePosition) -> String { "\(lesson.path):\(position.line)" }

  /// One line: passed or failed, and how much was looked at.
  var summary: String {
    let verdict = failures.isEmpty ? Style.green("passed") : Style.red("failed")
    let time = seconds < 0.05 ? "cached" : "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10) s"
    let count = failures.isEmpty ? "" : ", \(failures.count) wrong"
    let figures = checkedFigures == 0 ? "" : ", \(checkedFigures) figures"
    return "\(verdict)  \(lesson.path)  \(checked) steps\(figures)\(count)  \(time)"
  }

  /// In the form that GitHub Actions shows beside the lines of a change.
  var annotations: [String] {
    failures.map { failure in
      let message = failure.message.replacing("%", with: "%25").replacing("\n", with: "%0A")
        .replacing("\r", with: "%0D")
      return "::error file=\(lesson.path),line=\(failure.position.line)::\(message)"
    }
  }
}

extension Step {
  var isStarter: Bool { if case .starter = role { true } else { false } }
}

extension StepRun {
  fileprivate var position: SourcePosition? {
    switch outcome {
    case .compileFailed(let diagnostics): diagnostics.first { $0.severity == .error }?.position
    case .failed(let failure): failure.position
    case .succeeded, .skipped: nil
    }
  }

  fileprivate var summary: String {
    switch outcome {
    case .compileFailed(let diagnostics):
      diagnostics.first { $0.severity == .error }?.message ?? "does not compile"
    case .failed(let failure): failure.message
    case .succeeded, .skipped: "did not fail as it should"
    }
  }
}
