import Lessons

/// What came of computing one ``Figure`` of a lesson.
public struct FigureRun: Sendable, Equatable, Codable {
  public enum Outcome: Sendable, Equatable, Codable {
    /// The value as ``OutputMatch`` would see it displayed, and the digits of a number: as many
    /// as tell it from all others of its type.
    case value(text: String, digits: String?)
    /// The expression does not compile, or stopped.
    case failed(message: String, SourcePosition)
    /// Not computed, and why.
    case skipped(reason: String)
  }

  /// The id of the step after which the expression was evaluated.
  public var step: String
  public var outcome: Outcome

  public init(step: String, outcome: Outcome) {
    self.step = step
    self.outcome = outcome
  }

  /// The kind of display that carries a number's digits.
  static let digitsType = "application/x-lectern-digits"
}

extension FigureRun {
  /// One for each of `figures`, which all name the step, from the run of its hidden step.
  static func runs(of figures: [Figure], from run: StepRun?, otherwise reason: String)
    -> [FigureRun]
  {
    let values = run?.outputs.compactMap { output -> Outcome? in
      guard case .display(let forms) = output else { return nil }
      return .value(text: forms["text/plain"] ?? "", digits: forms[digitsType])
    }
    let failures = run.map { Self.failures(in: $0, of: figures) } ?? [:]
    return figures.enumerated().map { index, figure in
      let value = values.flatMap { index < $0.count ? $0[index] : nil }
      let unknown = failures.isEmpty ? reason : "another figure of ‘\(figure.step)’ failed"
      return FigureRun(
        step: figure.step,
        outcome: failures[index] ?? value ?? .skipped(reason: unknown))
    }
  }

  /// The first mistake of each figure that has one.
  private static func failures(in run: StepRun, of figures: [Figure]) -> [Int: Outcome] {
    let mistakes: [(message: String, position: SourcePosition?)] =
      switch run.outcome {
      case .succeeded, .skipped: []
      case .compileFailed(let diagnostics):
        diagnostics.filter { $0.severity == .error }.map { ($0.message, $0.position) }
      case .failed(let failure): [(failure.described, failure.position)]
      }
    var failures: [Int: Outcome] = [:]
    for mistake in mistakes {
      let (index, position) = FigureSteps.locate(mistake.position, among: figures)
      if failures[index] == nil { failures[index] = .failed(message: mistake.message, position) }
    }
    return failures
  }
}
