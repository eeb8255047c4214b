import Lessons

/// A plan on its way to becoming a ``LessonRun``: what is known of each item so far.
struct PlannedRun {
  let lesson: Lesson
  let plan: RunPlan
  /// One for each item of the plan.
  let keys: [String]
  /// From the cache, by item.
  var known: [Int: RunCache.Entry] = [:]
  private var outcomes: [Int: StepOutcome] = [:]
  /// Starters that cannot be loaded or fail by themselves: no check has to judge them.
  private var brokenStarters: Set<String> = []

  init(lesson: Lesson, plan: RunPlan, keys: [String]) {
    self.lesson = lesson
    self.plan = plan
    self.keys = keys
  }

  /// The keys of the steps that make up the state, in order, up to the first that has to run.
  var knownStateKeys: [String] {
    plan.items.indices.filter { plan.items[$0].entersState }.prefix { known[$0] != nil }
      .map { keys[$0] }
  }

  /// The items that have to be compiled, and run unless their state is there: those that are
  /// not known, and before them all that make their state.
  var neededItems: Set<Int> {
    let unknown = plan.items.indices.filter { known[$0] == nil }
    guard let last = unknown.last else { return [] }
    return Set(
      plan.items.indices.filter { index in
        let item = plan.items[index]
        if index > last { return false }
        return known[index] == nil || item.entersState || isStarterOfUnknown(index)
      })
  }

  /// A starter must run again when one of its checks does.
  private func isStarterOfUnknown(_ index: Int) -> Bool {
    guard case .starter(let name) = plan.items[index].kind else { return false }
    return plan.items.indices.contains {
      plan.items[$0].kind == .starterCheck(exercise: name) && known[$0] == nil
    }
  }

  /// A starter that fails by itself is rejected already.
  func isPointless(_ item: RunPlan.Item) -> Bool {
    if case .starterCheck(let name) = item.kind { brokenStarters.contains(name) } else { false }
  }

  mutating func takeKnown(_ index: Int, observe: (RunEvent) -> Void) {
    guard let entry = known[index] else { return }
    let item = plan.items[index]
    outcomes[index] = StepOutcome(run: entry.run, dataUses: entry.dataUses)
    noteStarter(item, entry.run)
    if !item.isOfStarter { observe(.finished(item.step, entry.run, isCached: true)) }
  }

  mutating func note(_ outcome: StepOutcome, at index: Int, observe: (RunEvent) -> Void) {
    let item = plan.items[index]
    outcomes[index] = outcome
    noteStarter(item, outcome.run)
    let isReplay = known[index] != nil
    if !item.isOfStarter { observe(.finished(item.step, outcome.run, isCached: isReplay)) }
  }

  private mutating func noteStarter(_ item: RunPlan.Item, _ run: StepRun) {
    if case .starter(let name) = item.kind, run.outcome != .succeeded {
      brokenStarters.insert(name)
    }
  }

  // MARK: the result

  /// One ``StepRun`` for each fence, in the order of the document.
  var lessonRun: LessonRun {
    var runs: [String: StepRun] = [:]
    for (index, item) in plan.items.enumerated() where !item.isOfStarter {
      runs[item.step.id] = outcomes[index]?.run
    }
    let steps = lesson.steps.map { step in
      runs[step.id]
        ?? StepRun(id: step.id, outcome: .skipped(reason: plan.skipped[step.id] ?? "not run"))
    }
    let uses = plan.items.indices.flatMap { outcomes[$0]?.dataUses ?? [] }
    let files = Set(uses.map { DataFile(name: $0.name, sha256: $0.sha256) })
    return LessonRun(
      slug: lesson.slug, steps: steps, exercises: exerciseRuns,
      dataFiles: files.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) })
  }

  private var exerciseRuns: [ExerciseRun] {
    lesson.exercises.compactMap { exercise in
      let judged = plan.items.indices.filter {
        plan.items[$0].isOfStarter && plan.items[$0].exercise == exercise.name
      }.compactMap { outcomes[$0]?.run }
      guard !judged.isEmpty else { return nil }
      let rejection = judged.lazy.compactMap(\.complaint).first
      return ExerciseRun(
        name: exercise.name, starterWasRejected: rejection != nil, message: rejection ?? "")
    }
  }
}

extension StepRun {
  /// Why the step did not succeed, in one line or a few; nil when it did.
  var complaint: String? {
    switch outcome {
    case .succeeded, .skipped: nil
    case .compileFailed(let diagnostics):
      diagnostics.first { $0.severity == .error }?.message ?? "does not compile"
    case .failed(let failure): failure.message
    }
  }
}
