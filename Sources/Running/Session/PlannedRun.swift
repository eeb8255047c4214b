import Lessons

/// A plan on its way to becoming a ``LessonRun``: what is known of each item so far.
struct PlannedRun {
  let lesson: Lesson
  let plan: RunPlan
  /// One for each item of the plan.
  let keys: [String]
  /// From the cache, by item.
  private(set) var known: [Int: RunCache.Entry] = [:]
  private(set) var outcomes: [Int: StepOutcome] = [:]
  /// Starters and wrong answers that do not compile or fail by themselves: no check has to judge
  /// them. Steps that failed: what figures repeat of them is not there.
  private var broken: Set<String> = []

  let locations: StepLocations

  init(lesson: Lesson, plan: RunPlan, keys: [String]) {
    self.lesson = lesson
    self.plan = plan
    self.keys = keys
    locations = StepLocations(
      lessonPath: lesson.path, steps: lesson.steps + plan.items.map(\.step))
  }

  /// Notes what the cache says of an item.
  mutating func remember(_ entry: RunCache.Entry?, at index: Int) {
    known[index] = entry
    if let entry { noteFailure(plan.items[index], entry.run) }
  }

  /// The keys of the steps whose state item `index` sees: those that did not fail.
  func stateKeys(before index: Int) -> [String] {
    plan.items.indices.prefix(index).filter {
      plan.items[$0].entersState && !broken.contains(plan.items[$0].step.id)
    }.map { keys[$0] }
  }

  /// The keys of the steps that make up the state, in order, up to the first that has to run.
  var knownStateKeys: [String] {
    plan.items.indices.filter { plan.items[$0].entersState }.prefix { known[$0] != nil }
      .map { keys[$0] }
  }

  /// The items that have to be compiled, and run unless their state is there: those that are
  /// not known, and before them all that make their state.
  var neededItems: Set<Int> {
    let unknown = plan.items.indices.filter { known[$0] == nil && !isPointless(plan.items[$0]) }
    guard let last = unknown.last else { return [] }
    return Set(
      plan.items.indices.filter { index in
        let item = plan.items[index]
        if index > last { return false }
        return known[index] == nil || item.entersState || isAttemptOfUnknown(index)
      })
  }

  /// A starter or wrong answer must run again when one of its checks does.
  private func isAttemptOfUnknown(_ index: Int) -> Bool {
    let item = plan.items[index]
    guard item.kind == .attempt, !broken.contains(item.step.id) else { return false }
    return plan.items.indices.contains {
      plan.items[$0].kind == .attemptCheck(of: item.step.id) && known[$0] == nil
    }
  }

  /// An attempt that fails by itself is rejected already; a step that fails has no figures.
  func isPointless(_ item: RunPlan.Item) -> Bool {
    switch item.kind {
    case .attemptCheck(let step), .figures(let step): broken.contains(step)
    default: false
    }
  }

  mutating func takeKnown(_ index: Int, observe: (RunEvent) -> Void) {
    let item = plan.items[index]
    if let entry = known[index] {
      outcomes[index] = StepOutcome(run: entry.run, dataUses: entry.dataUses)
      if item.isShown { observe(.finished(item.step, entry.run, isCached: true)) }
    }
    finishWrongAnswer(index, observe: observe)
  }

  mutating func note(_ outcome: StepOutcome, at index: Int, observe: (RunEvent) -> Void) {
    let item = plan.items[index]
    outcomes[index] = outcome
    noteFailure(item, outcome.run)
    let isReplay = known[index] != nil
    if item.isShown { observe(.finished(item.step, outcome.run, isCached: isReplay)) }
    finishWrongAnswer(index, observe: observe)
  }

  private mutating func noteFailure(_ item: RunPlan.Item, _ run: StepRun) {
    if item.kind == .main || item.kind == .attempt, run.outcome != .succeeded {
      broken.insert(item.step.id)
    }
  }

  // MARK: the result

  /// One ``StepRun`` for each fence, in the order of the document.
  var lessonRun: LessonRun {
    let runs = runsByStep
    let steps = lesson.steps.map { step in runs[step.id] ?? skipped(step) }
    let uses = plan.items.indices.flatMap { outcomes[$0]?.dataUses ?? [] }
    let files = Set(uses.map { DataFile(name: $0.name, sha256: $0.sha256) })
    return LessonRun(
      slug: lesson.slug, steps: steps, exercises: exerciseRuns, figures: figureRuns,
      dataFiles: files.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) })
  }

  private var runsByStep: [String: StepRun] {
    var runs: [String: StepRun] = [:]
    for (index, item) in plan.items.enumerated() {
      if item.isShown { runs[item.step.id] = outcomes[index]?.run }
      if item.kind == .attempt, case .wrong(let exercise) = item.step.role {
        runs[item.step.id] = wrongAnswerRun(item.step, of: exercise)
      }
    }
    return runs
  }

  private func skipped(_ step: Step) -> StepRun {
    StepRun(id: step.id, outcome: .skipped(reason: plan.skipped[step.id] ?? "not run"))
  }

  private var figureRuns: [FigureRun] {
    var runs: [String: [FigureRun]] = [:]
    for (step, figures) in Dictionary(grouping: lesson.figures, by: \.step) {
      let index = plan.items.firstIndex { $0.kind == .figures(of: step) }
      runs[step] = FigureRun.runs(
        of: figures, from: index.flatMap { outcomes[$0]?.run },
        otherwise: plan.skipped[step] ?? (broken.contains(step) ? "‘\(step)’ failed" : "not run"))
    }
    return lesson.figures.map { runs[$0.step, default: []].removeFirst() }
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
