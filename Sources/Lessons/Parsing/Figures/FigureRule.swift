/// The steps that figures may name: those that leave a state behind.
enum FigureRule {
  static func check(_ figures: [Figure], in blocks: [Block], problems: inout ProblemList) {
    if figures.isEmpty { return }
    var steps: [String: Step] = [:]
    var names: [String] = []
    for case .step(let step) in blocks {
      steps[step.id] = step
      names.append(step.id)
    }
    for figure in figures {
      guard let (message, advice) = mistake(in: figure.step, steps[figure.step], names) else {
        continue
      }
      problems.report(
        message, at: figure.stepPosition, length: figure.step.utf8.count, advice: advice)
    }
  }

  private static func mistake(
    in name: String, _ step: Step?, _ names: [String]
  ) -> (message: String, advice: String)? {
    guard let step else {
      return (
        "there is no step \(name.quoted)",
        NearestWord.advice(for: name, among: names)
          ?? (names.isEmpty
            ? "a figure repeats what a step has computed"
            : "the steps are " + names.prefix(20).joined(separator: ", "))
      )
    }
    switch step.role {
    case .ordinary, .solution: return nil
    case .shown:
      return ("the step ‘\(name)’ is not run", "name one that computes the figure")
    case .compileError, .trap:
      return (
        "the step ‘\(name)’ leaves no state behind",
        "name the step before it: the lesson goes on from there"
      )
    case .starter(let exercise), .check(let exercise), .wrong(let exercise):
      return (
        "the step ‘\(name)’ leaves no state behind",
        "name the solution of exercise ‘\(exercise)’, which does"
      )
    }
  }
}
