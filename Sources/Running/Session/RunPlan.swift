import Lessons

/// In which order the fences of a lesson run, and which of them leave a trace in the state.
struct RunPlan: Equatable {
  enum Kind: Equatable {
    /// Becomes part of the state.
    case main
    /// Must not compile; nothing runs.
    case compileError
    /// Must stop; the state stays as it was.
    case trap
    /// A starter or a wrong answer, to see that the checks reject it.
    case attempt
    /// A check on the attempt with that id.
    case attemptCheck(of: String)
    /// A check on the solution; the state stays as it was.
    case check
    /// The hidden step that computes the figures that name a step, on the state after it.
    case figures(of: String)
  }

  struct Item: Equatable {
    var step: Step
    var kind: Kind

    /// Later steps see what this one declares and computes.
    var entersState: Bool { kind == .main }

    /// The attempt that the item is or checks; it is forgotten afterwards.
    var attempt: String? {
      switch kind {
      case .attempt: step.id
      case .attemptCheck(let attempt): attempt
      default: nil
      }
    }

    /// What the item does is a fence's own result.
    var isShown: Bool {
      switch kind {
      case .attempt, .attemptCheck, .figures: false
      case .main, .compileError, .trap, .check: true
      }
    }
  }

  var items: [Item] = []
  /// Fences that do not run, and why.
  var skipped: [String: String] = [:]

  /// - Parameters:
  ///   - until: the last fence to run; nil runs all.
  ///   - isFast: leave the first `slow` step and all after it out.
  ///   - judgesStarters: also see that the exercises' checks reject the starters.
  init(_ lesson: Lesson, until: String? = nil, isFast: Bool = false, judgesStarters: Bool) {
    let exercises = lesson.exercises
    let ends = exercises.map { exercise in
      // An exercise runs as a whole where its last fence stands.
      ([exercise.starter, exercise.solution] + exercise.checks + exercise.wrongAnswers)
        .map(\.codeLine).max() ?? 0
    }
    let figures = FigureSteps(lesson)
    var reason: String?
    for step in lesson.steps {
      if reason == nil, isFast, step.isSlow {
        reason = "--fast leaves ‘\(step.id)’ and all after it out"
      }
      if let reason {
        skipped[step.id] = reason
        continue
      }
      switch step.role {
      case .ordinary: add(step, figures)
      case .compileError: items.append(Item(step: step, kind: .compileError))
      case .trap: items.append(Item(step: step, kind: .trap))
      case .shown: skipped[step.id] = "shown, not run"
      case .starter:
        skipped[step.id] = "a starting point for the reader; its solution runs in its place"
      case .solution, .check, .wrong: break
      }
      for (exercise, end) in zip(exercises, ends) where end == step.codeLine {
        add(exercise, figures, judgesStarter: judgesStarters)
      }
      if step.id == until { reason = "it stands after ‘\(step.id)’" }
    }
    // An exercise that `until` or `slow` cuts in the middle has not run at all.
    for step in lesson.steps where !items.contains(where: { $0.step.id == step.id }) {
      if skipped[step.id] == nil { skipped[step.id] = reason ?? "not run" }
    }
  }

  private mutating func add(_ step: Step, _ figures: FigureSteps) {
    items.append(Item(step: step, kind: .main))
    if let hidden = figures.step(after: step.id) {
      items.append(Item(step: hidden, kind: .figures(of: step.id)))
    }
  }

  private mutating func add(
    _ exercise: Exercise, _ figures: FigureSteps, judgesStarter: Bool
  ) {
    let attempts = (judgesStarter ? [exercise.starter] : []) + exercise.wrongAnswers
    for attempt in attempts {
      items.append(Item(step: attempt, kind: .attempt))
      items += exercise.checks.map { Item(step: $0, kind: .attemptCheck(of: attempt.id)) }
    }
    add(exercise.solution, figures)
    items += exercise.checks.map { Item(step: $0, kind: .check) }
  }

  /// A key for each item: what its result depends on, apart from data files.
  func keys(base: String) -> [String] {
    var state = base
    var attempt = base
    return items.map { item in
      let isOnAttempt = item.attempt != nil && item.kind != .attempt
      let parent = isOnAttempt ? attempt : state
      // The id counts: `dump` and errors show the name of the module that is made from it.
      let key = Digest.of(parent, item.kindName, item.step.id, item.step.code)
      if item.entersState { state = key }
      if item.kind == .attempt { attempt = key }
      return key
    }
  }
}

extension RunPlan.Item {
  fileprivate var kindName: String {
    switch kind {
    case .main: "main"
    case .compileError: "error"
    case .trap: "trap"
    case .attempt: "attempt"
    case .attemptCheck: "attempt-check"
    case .check: "check"
    case .figures: "figures"
    }
  }
}
