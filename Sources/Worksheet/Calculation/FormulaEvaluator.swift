/// Computes formulas, and records the arithmetic on a tape if it has one.
///
/// All arguments of a function are evaluated; `IF` then chooses. That gives the same values as
/// evaluating only the branch chosen, since formulas have no effects.
struct FormulaEvaluator {
  var tape: Tape?
  /// The part of the sheet that is used: whole columns and rows are read as far as it goes. Set
  /// before a formula with such a reference is evaluated.
  var usedRange: CellRange?

  /// Draws the number of the n-th RAND in a formula.
  typealias Random = (_ index: Int) -> Double
  typealias Lookup = (CellAddress) -> Quantity

  /// - Returns: the cell's value. An array of one element is that element, a larger one does not
  ///   fit into a cell: `#VALUE!`. A reference to a blank cell shows 0, as in Excel.
  mutating func evaluate(_ formula: Formula, random: Random, lookup: Lookup) -> Quantity {
    var results: [Operand] = []
    results.reserveCapacity(formula.nodes.count)
    var drawn = 0
    for node in formula.nodes {
      if case .call(.rand, _) = node {
        results.append(.single(.number(random(drawn))))
        drawn += 1
      } else {
        results.append(evaluate(node, results, lookup))
      }
    }
    return cellContent(results[results.count - 1])
  }

  private func cellContent(_ operand: Operand) -> Quantity {
    let array = operand.array
    guard array.elements.count == 1, array.unreadBlanks == 0 else { return .error(.value) }
    return array.elements[0].value.isBlank ? .number(0) : array.elements[0]
  }

  private mutating func evaluate(
    _ node: Formula.Node, _ results: [Operand], _ lookup: Lookup
  ) -> Operand {
    switch node {
    case .number(let number): .single(.number(number))
    case .text(let text): .single(Quantity(.text(text)))
    case .logical(let truth): .single(Quantity(.logical(truth)))
    case .error(let error): .single(.error(error))
    case .cell(let reference): .cell(lookup(reference.address))
    case .range(let first, let last):
      .array(read(CellRange(first.address, last.address), lookup))
    case .unary(let operation, let operand): apply(operation, results[operand])
    case .binary(let operation, let left, let right):
      elementwise([results[left], results[right]]) { evaluator, elements in
        evaluator.apply(operation, elements[0], elements[1])
      }
    case .call(let function, let arguments): call(function, arguments.map { results[$0] })
    }
  }

  private func read(_ range: CellRange, _ lookup: Lookup) -> QuantityArray {
    let used = range.isWhole ? used(of: range) : range
    return QuantityArray(
      rows: used.rows.count, columns: used.columns.count, elements: used.addresses.map(lookup),
      fullRows: range.rows.count, fullColumns: range.columns.count)
  }

  /// The part of whole columns or rows up to the last row and column used; at least one cell.
  private func used(of range: CellRange) -> CellRange {
    func end(_ lines: ClosedRange<Int>, _ last: Int) -> Int {
      max(lines.lowerBound, min(lines.upperBound, last))
    }
    let last = CellAddress(
      column: end(range.columns, usedRange?.columns.upperBound ?? 1),
      row: end(range.rows, usedRange?.rows.upperBound ?? 1))
    return CellRange(range.first, last!)
  }

  /// Applies an operation element by element. A single value, row or column is repeated to fit.
  mutating func elementwise(
    _ operands: [Operand],
    _ operation: (inout FormulaEvaluator, [Quantity]) -> Quantity
  ) -> Operand {
    let singles = operands.compactMap(\.quantity)
    if singles.count == operands.count { return .single(operation(&self, singles)) }
    let arrays = operands.map(\.array)
    let rows = arrays.map(\.rows).max() ?? 1
    let columns = arrays.map(\.columns).max() ?? 1
    let fits = arrays.allSatisfy {
      ($0.rows == rows || $0.rows == 1) && ($0.columns == columns || $0.columns == 1)
    }
    guard fits, rows * columns <= CellRange.maximumCount else { return .single(.error(.value)) }
    var elements: [Quantity] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        elements.append(
          operation(
            &self,
            arrays.map { $0[$0.rows == 1 ? 0 : row, $0.columns == 1 ? 0 : column] }))
      }
    }
    return .array(QuantityArray(rows: rows, columns: columns, elements: elements))
  }
}
