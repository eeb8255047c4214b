/// The Solver's goal as a function of the cells that it changes.
struct Landscape {
  let cells: [CellAddress]
  /// Where the cells stand at the beginning.
  let start: [Double]
  private let sheet: Sheet
  private let goal: CellAddress
  /// The formulas on the way, each after those that it needs.
  private let order: [CellAddress]
  private var tape: Tape
  private var goalLine: Int32

  init(sheet: Sheet, goal: CellAddress, changing: [CellRange]) throws(WorksheetError) {
    var seen: Set<CellAddress> = []
    cells = changing.flatMap(\.addresses).filter { seen.insert($0).inserted }
    let numbers = try cells.map { cell throws(WorksheetError) in
      sheet.value(at: cell).isBlank ? 0 : try sheet.number(at: cell)
    }
    var sheet = sheet
    try sheet.setNumbers(numbers, at: cells)
    start = numbers
    self.sheet = sheet
    self.goal = goal
    order = try sheet.graph.order(afterChanging: cells)
    _ = try sheet.number(at: goal)
    guard let recorded = Self.record(sheet, goal, cells, numbers, order) else {
      throw .unconnected(goal: goal, changing: changing)
    }
    (tape, goalLine) = recorded
  }

  /// The goal where the cells stand now.
  var value: Double { tape.values[Int(goalLine)] }

  /// How fast the goal changes with each cell, where they stand now.
  var slopes: [Double] { tape.slopes(of: goalLine, count: cells.count) }

  /// Moves the cells.
  ///
  /// - Returns: the goal there; `nil` if it is an error.
  mutating func move(to numbers: [Double]) -> Double? {
    if tape.isOneTimeOnly || !tape.forward(numbers) {
      guard let recorded = Self.record(sheet, goal, cells, numbers, order) else { return nil }
      (tape, goalLine) = recorded
    }
    return value.isNaN ? nil : value
  }

  /// Evaluates all formulas on the way and records the arithmetic.
  ///
  /// - Returns: `nil` if the goal is no number or does not depend on the cells.
  private static func record(
    _ sheet: Sheet, _ goal: CellAddress, _ cells: [CellAddress], _ numbers: [Double],
    _ order: [CellAddress]
  ) -> (Tape, Int32)? {
    var tape = Tape()
    var quantities: [CellAddress: Quantity] = [:]
    for (cell, number) in zip(cells, numbers) {
      quantities[cell] = Quantity(.number(number), line: tape.give(number))
    }
    var evaluator = FormulaEvaluator(tape: tape)
    for address in order {
      guard let formula = sheet.cells[address]?.formula else { continue }
      let quantity = evaluator.evaluate(formula, random: sheet.random(at: address)) {
        quantities[$0] ?? Quantity(sheet.value(at: $0))
      }
      quantities[address] = quantity
    }
    guard let line = quantities[goal]?.line, let recorded = evaluator.tape else { return nil }
    return recorded.pruned(to: line, keeping: cells.count)
  }
}

extension Sheet {
  /// Puts numbers into cells, in place of whatever was there, and recalculates once.
  mutating func setNumbers(
    _ numbers: [Double], at addresses: [CellAddress]
  ) throws(WorksheetError) {
    for (address, number) in zip(addresses, numbers) {
      if cells[address]?.formula != nil { graph.setPrecedents([], of: address) }
      cells[address] = Cell(value: .number(number))
    }
    try recalculate(after: addresses)
  }
}
