import Lessons

/// What the checks of an exercise say about its starter and its wrong answers.
extension PlannedRun {
  var exerciseRuns: [ExerciseRun] {
    lesson.exercises.compactMap { exercise in
      let judged = runs(ofAttempt: exercise.starter.id)
      guard !judged.isEmpty else { return nil }
      let rejection = judged.lazy.compactMap(\.complaint).first
      return ExerciseRun(
        name: exercise.name, starterWasRejected: rejection != nil, message: rejection ?? "")
    }
  }

  /// The runs of an attempt and of the checks on it, in order.
  private func runs(ofAttempt id: String) -> [StepRun] {
    plan.items.indices.filter { plan.items[$0].attempt == id }.compactMap { outcomes[$0]?.run }
  }

  /// A wrong answer succeeds when it compiles and a check rejects it; what it then puts out is
  /// the first complaint of the first check that has one.
  func wrongAnswerRun(_ step: Step, of exercise: String) -> StepRun? {
    let runs = runs(ofAttempt: step.id)
    guard !runs.isEmpty else { return nil }
    var result = StepRun(id: step.id, outcome: .succeeded)
    result.seconds = runs.reduce(0) { $0 + $1.seconds }
    result.peakMemory = runs.map(\.peakMemory).max() ?? 0
    switch runs.lazy.map(\.outcome).first(where: { $0 != .succeeded }) {
    case .failed(let failure)? where ![.timeout, .killed].contains(failure.kind):
      result.outputs = [.text(failure.described + "\n")]
    case let outcome?: result.outcome = outcome
    case nil:
      result.outcome = .failed(
        Failure(
          kind: .didNotFail,
          message: "the checks of exercise ‘\(exercise)’ accept this wrong answer",
          position: step.position))
    }
    return result
  }

  /// Says what came of a wrong answer after the last item that has to do with it.
  func finishWrongAnswer(_ index: Int, observe: (RunEvent) -> Void) {
    guard let id = plan.items[index].attempt,
      plan.items.lastIndex(where: { $0.attempt == id }) == index,
      let step = plan.items.first(where: { $0.step.id == id })?.step,
      case .wrong(let exercise) = step.role, let run = wrongAnswerRun(step, of: exercise)
    else { return }
    let isCached = plan.items.indices.allSatisfy {
      plan.items[$0].attempt != id || known[$0] != nil || outcomes[$0] == nil
    }
    if !isCached { observe(.started(step, isReplay: false)) }
    if !isCached, case .text(let text)? = run.outputs.first { observe(.text(text)) }
    observe(.finished(step, run, isCached: isCached))
  }
}
