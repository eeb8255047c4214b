import Engine

extension Sheet {
  /// Draws the numbers of all RANDs anew, as F9 does in Excel, and calculates what follows.
  /// Until then they stay as they are.
  public mutating func recalculate() {
    recalculations += 1
    let volatile = cells.filter { $0.value.formula?.isVolatile == true }.keys.sorted()
    do {
      try recalculate(after: volatile)
    } catch {
      fatalError("\(error)")
    }
  }

  /// Makes several changes and recalculates once, at the end. If `changes` throws, or has made a
  /// cycle, the sheet is as it was before.
  public mutating func change(_ changes: (inout Sheet) throws -> Void) throws {
    let before = self
    do {
      pending = pending ?? []
      try changes(&self)
      let changed = pending ?? []
      if before.pending == nil {
        pending = nil
        try recalculate(after: changed)
      }
    } catch {
      self = before
      throw error
    }
  }

  /// Calculates `changed` and all that depends on it, each formula once.
  mutating func recalculate(after changed: [CellAddress]) throws(WorksheetError) {
    if pending != nil {
      pending?.append(contentsOf: changed)
      return
    }
    var evaluator = FormulaEvaluator()
    for address in try graph.order(afterChanging: changed) {
      guard let formula = cells[address]?.formula else { continue }
      if evaluator.usedRange == nil, formula.readsWholeLines { evaluator.usedRange = usedRange }
      let result = evaluator.evaluate(formula, random: random(at: address)) {
        Quantity(cells[$0]?.value ?? .blank)
      }
      cells[address]?.value = result.value
    }
  }

  /// The random numbers of a cell, from 0 up to 1: a stream of its own for each cell and
  /// recalculation, so that no number depends on the order of calculating.
  func random(at address: CellAddress) -> FormulaEvaluator.Random {
    { index in
      let stream = (recalculations << 35) | UInt64(address.row) << 14 | UInt64(address.column - 1)
      var generator = RandomGenerator(seed: seed, stream: stream)
      for _ in 0..<index { _ = generator.uniformDouble() }
      return generator.uniformDouble()
    }
  }
}
