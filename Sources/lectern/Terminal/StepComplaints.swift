import Lessons
import Running

/// Says at which line of the lesson a step went wrong, and how.
struct StepComplaints {
  var lesson: Lesson
  private let lines: [Substring]

  init(lesson: Lesson) {
    self.lesson = lesson
    lines = lesson.source.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What is wrong with the run of a step that has not done what its fence promises, and the
  /// compiler's warnings.
  func of(_ step: Step, _ run: StepRun) -> [String] {
    let warnings = run.warnings.map { describe($0, in: step) }
    if run.isAsPromised(by: step) { return warnings }
    switch run.outcome {
    case .succeeded, .skipped: return warnings
    case .compileFailed(let diagnostics): return diagnostics.map { describe($0, in: step) }
    case .failed(let failure):
      return warnings + ([failure] + failure.further).map { describe($0, in: step) }
    }
  }

  /// That the checks of an exercise take its starter for an answer.
  func of(_ exercise: Exercise, _ run: ExerciseRun?) -> [String] {
    guard let run, !run.starterWasRejected else { return [] }
    return [
      problem(
        at: exercise.starter.position, in: exercise.starter,
        "the checks of exercise ‘\(exercise.name)’ accept its starter",
        advice: "write a check that fails until the reader has done something")
    ]
  }

  private func describe(_ diagnostic: Diagnostic, in step: Step) -> String {
    problem(
      at: diagnostic.position, in: step, diagnostic.message,
      severity: diagnostic.severity.rawValue)
  }

  private func describe(_ failure: Failure, in step: Step) -> String {
    let word = failure.kind == .expectation ? "expectation failed: " : ""
    return problem(at: failure.position, in: step, word + failure.described)
  }

  private func problem(
    at position: SourcePosition?, in step: Step, _ message: String, severity: String = "error",
    advice: String? = nil
  ) -> String {
    let place = position ?? SourcePosition(line: step.codeLine, column: 1)
    let text = problem(at: place, length: 1, message, advice: advice).description
    // The same form as a mistake in the file, with the compiler's own word for its weight.
    return severity == "error"
      ? text : text.replacing(": error: ", with: ": \(severity): ", maxReplacements: 1)
  }

  // MARK: figures

  /// What is wrong with a figure of the prose; nil when it is right, or was not looked at.
  func of(_ figure: Figure, _ run: FigureRun) -> LessonProblem? {
    switch run.outcome {
    case .skipped: return nil
    case .failed(let message, let position):
      return problem(
        at: position, length: 1, message, advice: "in the state after ‘\(figure.step)’")
    case .value(let text, let digits):
      let match = FigureMatch.compare(figure, text: text, digits: digits)
      guard case .differs(let value, let correction) = match else { return nil }
      return problem(
        at: figure.position, length: figure.written.utf8.count,
        "‘\(figure.expression)’ is \(value.prefix(80)) after ‘\(figure.step)’",
        advice: correction.map { "write \($0), or let lectern bless \(lesson.slug) write it" }
          ?? "the prose cannot show that here")
    }
  }

  private func problem(
    at position: SourcePosition, length: Int, _ message: String, advice: String?
  ) -> LessonProblem {
    let line = lines.indices.contains(position.line - 1) ? String(lines[position.line - 1]) : ""
    return LessonProblem(
      file: lesson.path, position: position, length: length, message: message, advice: advice,
      sourceLine: line)
  }
}
