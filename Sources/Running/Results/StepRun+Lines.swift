import Lessons

extension StepRun {
  /// The same run of a step that stands `lines` further down in its lesson.
  func movingLines(by lines: Int) -> StepRun {
    var moved = self
    moved.warnings = warnings.map { $0.movingLines(by: lines) }
    switch outcome {
    case .compileFailed(let diagnostics):
      moved.outcome = .compileFailed(diagnostics.map { $0.movingLines(by: lines) })
    case .failed(let failure): moved.outcome = .failed(failure.movingLines(by: lines))
    case .succeeded, .skipped: break
    }
    return moved
  }
}

extension Diagnostic {
  func movingLines(by lines: Int) -> Diagnostic {
    var moved = self
    moved.position?.line += lines
    return moved
  }
}

extension Failure {
  func movingLines(by lines: Int) -> Failure {
    var moved = self
    moved.position?.line += lines
    moved.further = further.map { $0.movingLines(by: lines) }
    return moved
  }
}
