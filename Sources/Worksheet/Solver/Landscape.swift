/// The Solver's goal as a function of the cells that it changes.
struct Landscape {
  let cells: [CellAddress]
  /// Where the cells stand at the beginning.
  let start: [Double]
  /// The functions through which the goal moves in steps, which count as constant.
  private(set) var steppedBy: [String]
  private let sheet: Sheet
  private let goal: CellAddress
  /// The formulas on the way, each after those that it needs.
  private let order: [CellAddress]
  private var tape: Tape
  private var goalLine: Int32

  /// - Parameter bounds: cells outside of their bounds begin at the nearest bound.
  init(
    sheet: Sheet, goal: CellAddress, changing: [CellRange], bounds: [Solver.Bounds] = []
  ) throws(WorksheetError) {
    var sheet = sheet
    try sheet.finishChanges()
    if changing.contains(where: { $0.contains(goal) }) { throw .goalAmongChanging(goal) }
    var seen: Set<CellAddress> = []
    cells = changing.flatMap(\.addresses).filter { seen.insert($0).inserted }
    start = try Self.start(of: cells, in: sheet, bounds)
    try sheet.setNumbers(start, at: cells)
    self.sheet = sheet
    self.goal = goal
    order = try sheet.graph.order(afterChanging: cells, toward: goal)
    _ = try sheet.number(at: goal)
    if order.isEmpty { throw .unconnected(goal: goal, changing: changing) }
    guard let recording = Self.record(sheet, goal, cells, start, order) else {
      throw .notANumber(goal, sheet.value(at: goal))
    }
    (tape, goalLine, steppedBy) = (recording.tape, recording.goal, recording.tape.steppedBy)
    if !recording.hasSlope {
      throw .onlySteps(goal: goal, changing: changing, through: steppedBy)
    }
  }

  /// The numbers to begin with: a blank begins at 0, a formula that refers to nothing (`=RAND()`)
  /// at its value.
  private static func start(
    of cells: [CellAddress], in sheet: Sheet, _ bounds: [Solver.Bounds]
  ) throws(WorksheetError) -> [Double] {
    let changing = Set(cells)
    for bound in bounds {
      for cell in bound.cells.addresses where !changing.contains(cell) {
        throw .boundsElsewhere(cell)
      }
    }
    return try cells.map { cell throws(WorksheetError) in
      if let formula = sheet.cells[cell]?.formula, !formula.precedents.isEmpty {
        throw .formulaAmongChanging(cell, formula.text)
      }
      let number = sheet.value(at: cell).isBlank ? 0 : try sheet.number(at: cell)
      return bounds.filter { $0.cells.contains(cell) }.reduce(number) { $1.nearest(to: $0) }
    }
  }

  /// The goal where the cells stand now.
  var value: Double { tape.values[Int(goalLine)] }

  /// How fast the goal changes with each cell, where they stand now.
  var slopes: [Double] { tape.slopes(of: goalLine, count: cells.count) }

  /// Moves the cells.
  ///
  /// - Returns: the goal there; `nil` if it is an error.
  mutating func move(to numbers: [Double]) -> Double? {
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    if tape.isOneTimeOnly || !tape.forward(numbers) {
      guard let recording = Self.record(sheet, goal, cells, numbers, order)
      else { return nil }
      (tape, goalLine) = (recording.tape, recording.goal)
      for function in tape.steppedBy where !steppedBy.contains(function) {
        steppedBy.append(function)
      }
    }
    return value.isNaN ? nil : value
  }

  private struct Recording {
    var tape: Tape
    var goal: Int32
    /// `false` if the goal does not change with the cells around where they stand.
    var hasSlope: Bool
  }

  /// Evaluates all formulas on the way and records the arithmetic.
  ///
  /// - Returns: `nil` if the goal is no number.
  private static func record(
    _ sheet: Sheet, _ goal: CellAddress, _ cells: [CellAddress], _ numbers: [Double],
    _ order: [CellAddress]
  ) -> Recording? {
    var tape = Tape()
    var quantities: [CellAddress: Quantity] = [:]
    for (cell, number) in zip(cells, numbers) {
      quantities[cell] = Quantity(.number(number), line: tape.give(number))
    }
    var evaluator = FormulaEvaluator(tape: tape)
    for address in order {
      guard quantities[address] == nil, let formula = sheet.cells[address]?.formula else {
        continue
      }
      if evaluator.usedRange == nil, formula.readsWholeLines {
        evaluator.usedRange = sheet.usedRange
      }
      let quantity = evaluator.evaluate(formula, random: sheet.random(at: address)) {
        quantities[$0] ?? Quantity(sheet.value(at: $0))
      }
      quantities[address] = quantity
    }
    guard let quantity = quantities[goal], let number = quantity.value.number,
      var recorded = evaluator.tape
    else { return nil }
    let line = quantity.line ?? recorded.give(number)
    let pruned = recorded.pruned(to: line, keeping: cells.count)
    return Recording(tape: pruned.tape, goal: pruned.goal, hasSlope: quantity.line != nil)
  }
}

extension Sheet {
  /// Puts numbers into cells, in place of whatever was there, and recalculates once.
  mutating func setNumbers(
    _ numbers: [Double], at addresses: [CellAddress]
  ) throws(WorksheetError) {
    for (address, number) in zip(addresses, numbers) {
      if cells[address]?.formula != nil { graph.setPrecedents([], of: address) }
      cells[address] = Cell(value: CellValue.number(number).entered)
    }
    try recalculate(after: addresses)
  }

  /// Recalculates what changed, in the midst of ``change(_:)`` too.
  mutating func finishChanges() throws(WorksheetError) {
    let changed = pending ?? []
    pending = nil
    try recalculate(after: changed)
  }
}
