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
    let what =
      switch failure.kind {
      case .trap: "trap: \(failure.message)"
      case .uncaughtError: "uncaught error: \(failure.message)"
      case .expectation: "expectation failed: \(failure.message)"
      case .timeout: "timeout: \(failure.message)"
      case .exit, .killed, .didNotFail: failure.message
      }
    return problem(at: failure.position, in: step, what)
  }

  private func problem(
    at position: SourcePosition?, in step: Step, _ message: String, severity: String = "error",
    advice: String? = nil
  ) -> String {
    let place = position ?? SourcePosition(line: step.codeLine, column: 1)
    let line = lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : ""
    let problem = LessonProblem(
      file: lesson.path, position: place, message: message, advice: advice, sourceLine: line)
    let text = problem.description
    // The same form as a mistake in the file, with the compiler's own word for its weight.
    return severity == "error"
      ? text : text.replacing(": error: ", with: ": \(severity): ", maxReplacements: 1)
  }
}
