import Display

/// Makes a cell as small as it can by changing others, as Excel's Solver does, by gradient
/// descent through the formulas.
///
/// In each step it
/// 1. finds the slope of the goal along every changing cell (reverse mode: one pass over all
///    arithmetic between them, whatever their number);
/// 2. moves each of them against its slope: velocity ← momentum · velocity − step · slope, cell ←
///    cell + velocity (Polyak's heavy ball, 1964);
/// 3. looks whether the goal has become smaller. If so, it keeps the new values and makes the
///    step a little longer; if not, it takes the move back, halves the step and stands still
///    before it moves again.
///
/// So the goal never rises, and nobody has to choose a learning rate. It stops by itself: see
/// ``Solution/StopReason``. The same sheet gives the same result on every machine.
public struct Solver: Sendable {
  public var goal: CellAddress
  public var changing: [CellRange]
  /// How much of the last move goes into the next, from 0 (plain gradient descent) to below 1.
  public var momentum = 0.9
  /// The length of the first step, as a multiple of the slope.
  public var firstStep = 0.1
  /// Stops when ``patience`` steps together lower the goal by less than this part of it.
  public var tolerance = 1e-4
  public var patience = 100
  public var maximumSteps = 20_000

  /// A step that went well makes the next one longer by this factor, one that did not, shorter.
  private static let growth = 1.05
  private static let shrinkage = 0.5

  /// - Parameters:
  ///   - goal: the cell to make small, such as `V40`.
  ///   - changing: cells or ranges that may change. A formula in them is replaced by its value,
  ///     a blank by 0.
  public init(
    minimizing goal: String, changing: String..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let ranges = orStop(file, line) { () throws(WorksheetError) in
      try ([goal] + changing).map { text throws(WorksheetError) in try CellRange(text) }
    }
    guard ranges[0].count == 1, ranges.count > 1 else {
      stop("the Solver needs one goal cell and cells to change", file, line)
    }
    self.goal = ranges[0].first
    self.changing = Array(ranges[1...])
  }

  /// Changes the cells of `sheet` and tells how it went.
  ///
  /// - Throws: ``WorksheetError`` if the goal is no number or does not depend on the cells, or if
  ///   one of them holds a text. The sheet is then as it was.
  public func solve(_ sheet: inout Sheet) throws(WorksheetError) -> Solution {
    var landscape = try Landscape(sheet: sheet, goal: goal, changing: changing)
    var descent = Descent(solver: self, landscape: landscape)
    let reason = descent.run(&landscape)
    try sheet.setNumbers(descent.best, at: landscape.cells)
    return Solution(
      goal: goal, errors: descent.goals, reason: reason, steepestSlope: descent.steepestSlope)
  }

  /// The state of one search.
  private struct Descent {
    let solver: Solver
    private(set) var best: [Double]
    /// The goal at the start and after each step that was kept.
    private(set) var goals: [Double]
    private var slopes: [Double]
    private var velocity: [Double]
    private var step: Double

    init(solver: Solver, landscape: Landscape) {
      self.solver = solver
      best = landscape.start
      goals = [landscape.value]
      slopes = landscape.slopes
      velocity = [Double](repeating: 0, count: landscape.start.count)
      step = solver.firstStep
    }

    var steepestSlope: Double { slopes.map(\.magnitude).max() ?? 0 }

    mutating func run(_ landscape: inout Landscape) -> Solution.StopReason {
      for attempt in 0..<solver.maximumSteps {
        if attempt % 500 == 499 { reportProgress(attempt) }
        if !slopes.allSatisfy(\.isFinite) { return .noSlope }
        if steepestSlope < 1e-12 { return .flat }
        if hasStalled { return .settled }
        if !move(&landscape), isStuck { return .noLowerValue }
      }
      return .stepLimit
    }

    /// - Returns: whether the goal is lower now.
    private mutating func move(_ landscape: inout Landscape) -> Bool {
      for index in best.indices {
        velocity[index] = solver.momentum * velocity[index] - step * slopes[index]
      }
      let moved = zip(best, velocity).map { $0 + $1 }
      guard let value = landscape.move(to: moved), value < goals[goals.count - 1] else {
        for index in velocity.indices { velocity[index] = 0 }
        step *= Solver.shrinkage
        return false
      }
      best = moved
      goals.append(value)
      slopes = landscape.slopes
      step *= Solver.growth
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

    private var hasStalled: Bool {
      guard goals.count > solver.patience else { return false }
      let last = goals[goals.count - 1]
      let before = goals[goals.count - 1 - solver.patience]
      return before - last < solver.tolerance * before.magnitude
    }

    /// A step so short that it changes no number.
    private var isStuck: Bool {
      zip(best, slopes).allSatisfy { $0 - step * $1 == $0 }
    }
  }
}
