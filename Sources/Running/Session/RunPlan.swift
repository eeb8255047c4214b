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
    /// The reader's starting point, to see that the checks reject it.
    case starter(exercise: String)
    case starterCheck(exercise: String)
    /// A check on the solution; the state stays as it was.
    case check(exercise: String)
  }

  struct Item: Equatable {
    var step: Step
    var kind: Kind

    /// Later steps see what this one declares and computes.
    var entersState: Bool { kind == .main }

    /// Runs on top of the starter, which is forgotten afterwards.
    var isOfStarter: Bool {
      switch kind {
      case .starter, .starterCheck: true
      default: false
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
      ([exercise.starter, exercise.solution] + exercise.checks).map(\.codeLine).max() ?? 0
    }
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
      case .ordinary: items.append(Item(step: step, kind: .main))
      case .compileError: items.append(Item(step: step, kind: .compileError))
      case .trap: items.append(Item(step: step, kind: .trap))
      case .shown: skipped[step.id] = "shown, not run"
      case .starter:
        skipped[step.id] = "a starting point for the reader; its solution runs in its place"
      case .solution, .check: break
      }
      for (exercise, end) in zip(exercises, ends) where end == step.codeLine {
        add(exercise, judgesStarter: judgesStarters)
      }
      if step.id == until { reason = "it stands after ‘\(step.id)’" }
    }
    // An exercise that `until` or `slow` cuts in the middle has not run at all.
    for step in lesson.steps where !items.contains(where: { $0.step.id == step.id }) {
      if skipped[step.id] == nil { skipped[step.id] = reason ?? "not run" }
    }
  }

  private mutating func add(_ exercise: Exercise, judgesStarter: Bool) {
    let name = exercise.name
    if judgesStarter {
      items.append(Item(step: exercise.starter, kind: .starter(exercise: name)))
      items += exercise.checks.map { Item(step: $0, kind: .starterCheck(exercise: name)) }
    }
    items.append(Item(step: exercise.solution, kind: .main))
    items += exercise.checks.map { Item(step: $0, kind: .check(exercise: name)) }
  }

  /// A key for each item: what its result depends on, apart from data files.
  func keys(base: String) -> [String] {
    var state = base
    var starter = base
    return items.map { item in
      let parent = item.kind == .starterCheck(exercise: item.exercise) ? starter : state
      // The id counts: `dump` and errors show the name of the module that is made from it.
      let key = Digest.of(parent, item.kindName, item.step.id, item.step.code)
      if item.entersState { state = key }
      if case .starter = item.kind { starter = key }
      return key
    }
  }
}

extension RunPlan.Item {
  var exercise: String {
    switch kind {
    case .starter(let name), .starterCheck(let name), .check(let name): name
    default: ""
    }
  }

  fileprivate var kindName: String {
    switch kind {
    case .main: "main"
    case .compileError: "error"
    case .trap: "trap"
    case .starter: "starter"
    case .starterCheck: "starter-check"
    case .check: "check"
    }
  }
}
