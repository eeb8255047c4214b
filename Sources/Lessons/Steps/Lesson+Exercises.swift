extension Lesson {
  /// The exercises in the order of their starters.
  public var exercises: [Exercise] {
    let steps = steps
    return steps.compactMap { starter in
      guard case .starter(let name) = starter.role,
        let solution = steps.first(where: { $0.role == .solution(exercise: name) })
      else { return nil }
      let checks = steps.filter { $0.role == .check(exercise: name) }
      return Exercise(
        name: name, starter: starter, solution: solution, checks: checks,
        wrongAnswers: steps.filter { $0.role == .wrong(exercise: name) })
    }
  }
}
