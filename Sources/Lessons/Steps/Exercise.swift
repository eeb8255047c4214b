/// The fences of one exercise, gathered by name.
public struct Exercise: Sendable, Equatable {
  public var name: String
  public var starter: Step
  public var solution: Step
  /// At least one.
  public var checks: [Step]
  /// Answers that readers give and the checks reject.
  public var wrongAnswers: [Step]

  public init(
    name: String, starter: Step, solution: Step, checks: [Step], wrongAnswers: [Step] = []
  ) {
    self.name = name
    self.starter = starter
    self.solution = solution
    self.checks = checks
    self.wrongAnswers = wrongAnswers
  }
}
