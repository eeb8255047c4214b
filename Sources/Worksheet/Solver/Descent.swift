import Display

/// The Solver's search for the lowest or highest value, downhill step by step.
struct Descent {
  let solver: Solver
  let limits: [ClosedRange<Double>]
  /// 1 to go down, −1 to go up.
  let sign: Double
  var best: [Double]
  /// The goal at the start and after each step that was kept.
  var goals: [Double]
  /// Of what is made small: the goal's, or with the other sign. 0 along cells that a bound holds.
  var slopes: [Double]
  private var velocity: [Double]
  private var step: Double
  /// Whether a move was ever taken back: until then the step is still on its way to its length.
  private var hasOvershot = false
  /// The steepest slope so far.
  private var steepest: Double

  /// A step that went well makes the next one longer by this factor, one that did not, shorter.
  private static let growth = 1.05
  private static let shrinkage = 0.5

  init(solver: Solver, landscape: Landscape) {
    self.solver = solver
    limits = solver.limits(of: landscape.cells)
    sign = solver.purpose == .maximum ? -1 : 1
    best = landscape.start
    goals = [landscape.value]
    velocity = [Double](repeating: 0, count: best.count)
    step = solver.firstStep
    slopes = []
    steepest = 0
    slopes = freeSlopes(landscape)
    steepest = steepestSlope
  }

  /// The largest slope along the cells that may still move.
  var steepestSlope: Double { slopes.map(\.magnitude).max() ?? 0 }

  /// What is made small.
  var value: Double { sign * goals[goals.count - 1] }

  func freeSlopes(_ landscape: Landscape) -> [Double] {
    zip(zip(landscape.slopes, best), limits).map { pair, limits in
      let slope = sign * pair.0
      return limits.blocks(pair.1, slope: slope) ? 0 : slope
    }
  }

  /// - Returns: why the search ended; `nil` if the goal has no best value.
  mutating func run(_ landscape: inout Landscape) -> Solution.StopReason? {
    let reserve = isSmall ? min(300, solver.maximumSteps / 4) : 0
    let reason = descend(&landscape, attempts: solver.maximumSteps - reserve)
    guard let reason, wantsRefining(after: reason, &landscape) else { return reason }
    let before = goals.count
    let last = refine(&landscape, attempts: max(reserve, solver.maximumSteps - goals.count))
    return goals.count == before ? reason : last
  }

  private mutating func descend(
    _ landscape: inout Landscape, attempts: Int
  ) -> Solution.StopReason? {
    for attempt in 0..<attempts {
      if attempt % 500 == 499 { reportProgress(attempt) }
      if !slopes.allSatisfy(\.isFinite) { return .noSlope }
      if isFlat { return isHeldByBounds(landscape) ? .atBounds : .flat }
      if hasNoEnd { return nil }
      if hasStalled {
        if hasOvershot { return .settled }
        step *= 2
      }
      if !move(&landscape), isStuck { return isEndless ? nil : .noLowerValue }
    }
    return .stepLimit
  }

  /// - Returns: whether longer steps may be tried.
  private mutating func move(_ landscape: inout Landscape) -> Bool {
    for index in best.indices {
      velocity[index] = solver.momentum * velocity[index] - step * slopes[index]
    }
    let moved = best.indices.map { limits[$0].nearest(to: best[$0] + velocity[$0]) }
    guard accept(moved, &landscape) else {
      for index in velocity.indices { velocity[index] = 0 }
      // So short at first that nothing came of it: the slopes are tiny, or the goal is large.
      if !hasOvershot, landscape.value == goals[goals.count - 1], step < 1e300 {
        step *= 2
        return true
      }
      step *= Self.shrinkage
      hasOvershot = true
      return false
    }
    step *= Self.growth
    return true
  }

  /// Goes to `moved` if the goal is better there.
  mutating func accept(_ moved: [Double], _ landscape: inout Landscape) -> Bool {
    guard let goal = landscape.move(to: moved), sign * goal < value else { return false }
    best = moved
    goals.append(goal)
    slopes = freeSlopes(landscape)
    steepest = max(steepest, steepestSlope)
    return true
  }

  private func reportProgress(_ attempt: Int) {
    Display.reportProgress(
      Double(attempt) / Double(solver.maximumSteps),
      "step \(attempt + 1) of at most \(solver.maximumSteps)",
      figures: [
        "\(solver.goal)": NumberFormat.significantDigits(4).text(of: goals[goals.count - 1])
      ])
  }

  /// No slope that would still be felt, measured by the steepest so far where that is below 1.
  var isFlat: Bool {
    let felt = zip(best, slopes).map { max(1, $0.magnitude) * $1.magnitude }.max() ?? 0
    return felt == 0 || felt < 1e-12 * min(1, steepest)
  }

  private func isHeldByBounds(_ landscape: Landscape) -> Bool {
    zip(landscape.slopes, slopes).contains { $0 != 0 && $1 == 0 }
  }

  private var hasStalled: Bool {
    guard goals.count > solver.patience else { return false }
    let before = goals[goals.count - 1 - solver.patience]
    let fall = (before - goals[goals.count - 1]).magnitude
    let whole = (goals[0] - goals[goals.count - 1]).magnitude
    return fall < solver.tolerance * min(before.magnitude, whole)
  }

  /// A step so short that it changes no number.
  private var isStuck: Bool {
    best.indices.allSatisfy {
      limits[$0].nearest(to: best[$0] - step * slopes[$0]) == best[$0]
    }
  }

  /// Far below all scales of the problem, or with a cell that runs away, and still falling.
  var hasNoEnd: Bool {
    value < -1e15 * max(1, goals[0].magnitude) || best.contains { $0.magnitude > 1e60 }
      || zip(best, slopes).contains {
        $0.magnitude < 1e-100 && ($0 * $1).magnitude > 1e-3 && goals.count > solver.patience
      }
  }

  /// Steeper without end, and no slower, up to a place where the goal is no number, as LN toward 0.
  private var isEndless: Bool {
    guard goals.count > 10 else { return false }
    let whole = (goals[0] - goals[goals.count - 1]).magnitude
    let last = (goals[goals.count - 6] - goals[goals.count - 1]).magnitude / 5
    let felt = zip(best, slopes).map { max(1, $0.magnitude) * $1.magnitude }.max() ?? 0
    return felt > 1e12 * whole && last > 0.3 * whole / Double(goals.count)
  }
}
