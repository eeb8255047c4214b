import Display

/// Makes a cell as small or as large as it can, or equal to a number, by changing others, as
/// Excel's Solver does, by gradient descent through the formulas.
///
///     var solver = Solver(minimizing: "E3", changing: "E1:E2")
///     solver.keep("E1:E2", in: 0...10)
///     let solution = try solver.solve(&sheet)
///
/// In each step it
/// 1. finds the slope of the goal along every changing cell (reverse mode: one pass over all
///    arithmetic between them, whatever their number);
/// 2. moves each of them against its slope: velocity ← momentum · velocity − step · slope, cell ←
///    cell + velocity (Polyak's heavy ball, 1964), to its bound at most;
/// 3. looks whether the goal has become smaller. If so, it keeps the new values and makes the
///    step a little longer; if not, it takes the move back, halves the step and stands still
///    before it moves again.
///
/// So the goal never rises, and nobody has to choose a learning rate. Where this settles with at
/// most twenty cells, or with cells of very different scales, quasi-Newton steps (BFGS) look for a
/// lower place. It stops by itself: see ``Solution/StopReason``. The same sheet gives the same
/// result on every machine.
///
/// A goal equal to a number is looked for by Newton's method along the slopes. Functions that move
/// in steps, such as ROUND, count as constant; the ``Solution`` names them.
public struct Solver: Sendable {
  /// What the goal is to become.
  public enum Purpose: Sendable, Equatable {
    case minimum
    case maximum
    case value(Double)
  }

  public var goal: CellAddress
  public var purpose: Purpose
  public var changing: [CellRange]
  /// Where cells must stay; see ``keep(_:in:file:line:)-(_,ClosedRange<Double>,_,_)``.
  public private(set) var bounds: [Bounds] = []
  /// How much of the last move goes into the next, from 0 (plain gradient descent) to below 1.
  public var momentum = 0.9
  /// The length of the first step, as a multiple of the slope.
  public var firstStep = 0.1
  /// Stops when ``patience`` steps together lower the goal by less than this part of it, and by
  /// less than this part of its whole fall.
  public var tolerance = 1e-4
  public var patience = 100
  public var maximumSteps = 20_000

  /// - Parameters:
  ///   - goal: the cell to make small, such as `V40`.
  ///   - changing: cells or ranges that may change: numbers, blanks, which begin at 0, and formulas
  ///     that refer to nothing, such as `=RAND()`, which become numbers.
  public init(
    minimizing goal: String, changing: String..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.init(goal, .minimum, changing, file, line)
  }

  /// The same for a cell to make large.
  public init(
    maximizing goal: String, changing: String..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.init(goal, .maximum, changing, file, line)
  }

  /// The same for a cell to make equal to `value`, as “goal seek” does.
  public init(
    setting goal: String, to value: Double, changing: String..., file: StaticString = #filePath,
    line: UInt = #line
  ) {
    guard value.isFinite else { stop("the Solver cannot set \(goal) to \(value)", file, line) }
    self.init(goal, .value(value), changing, file, line)
  }

  private init(
    _ goal: String, _ purpose: Purpose, _ changing: [String], _ file: StaticString, _ line: UInt
  ) {
    let ranges = orStop(file, line) { () throws(WorksheetError) in
      try ([goal] + changing).map { text throws(WorksheetError) in try CellRange(text) }
    }
    guard ranges[0].count == 1, ranges.count > 1 else {
      stop("the Solver needs one goal cell and cells to change", file, line)
    }
    self.goal = ranges[0].first
    self.purpose = purpose
    self.changing = Array(ranges[1...])
  }

  mutating func add(_ bounds: Bounds) { self.bounds.append(bounds) }

  /// Changes the cells of `sheet` and tells how it went.
  ///
  /// - Throws: ``WorksheetError`` if the goal is no number, is one of the cells, does not depend
  ///   on them or has no slope along them; if it falls (or rises) without end; if one of the cells
  ///   holds a text or a formula that refers to others; if a setting is impossible. The sheet is
  ///   then as it was.
  public func solve(_ sheet: inout Sheet) throws(WorksheetError) -> Solution {
    try checkSettings()
    var landscape = try Landscape(sheet: sheet, goal: goal, changing: changing, bounds: bounds)
    let found: Search
    if case .value(let target) = purpose {
      var search = TargetSearch(solver: self, landscape: landscape, target: target)
      let reason = search.run(&landscape)
      found = Search(search.best, search.goals, reason, search.steepestSlope)
    } else {
      var descent = Descent(solver: self, landscape: landscape)
      guard let reason = descent.run(&landscape) else {
        throw .noBest(goal: goal, isHighest: purpose == .maximum, reached: descent.goals.last!)
      }
      found = Search(descent.best, descent.goals, reason, descent.steepestSlope)
    }
    try sheet.setNumbers(found.best, at: landscape.cells)
    return Solution(
      goal: goal, errors: found.goals, reason: found.reason, steepestSlope: found.steepestSlope,
      steppedFunctions: landscape.steppedBy)
  }

  private struct Search {
    let best: [Double]
    let goals: [Double]
    let reason: Solution.StopReason
    let steepestSlope: Double

    init(
      _ best: [Double], _ goals: [Double], _ reason: Solution.StopReason, _ steepestSlope: Double
    ) {
      (self.best, self.goals, self.reason) = (best, goals, reason)
      self.steepestSlope = steepestSlope
    }
  }

  private func checkSettings() throws(WorksheetError) {
    let checks: [(Bool, String, Double, String)] = [
      (momentum >= 0 && momentum < 1, "momentum", momentum, "from 0 to below 1"),
      (firstStep > 0 && firstStep.isFinite, "firstStep", firstStep, "above 0"),
      (tolerance >= 0, "tolerance", tolerance, "0 or more"),
      (patience > 0, "patience", Double(patience), "1 or more"),
      (maximumSteps >= 0, "maximumSteps", Double(maximumSteps), "0 or more"),
    ]
    for (holds, name, value, allowed) in checks where !holds {
      throw .setting(name: name, value: value, allowed: allowed)
    }
  }
}
