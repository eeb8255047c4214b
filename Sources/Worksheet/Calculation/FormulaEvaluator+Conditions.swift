extension FormulaEvaluator {
  /// SUMIF, COUNTIFS and their like.
  mutating func conditional(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    let (target, conditions) = parts(function, arguments)
    let chosen = try indices(where: conditions, of: function, size: target ?? conditions[0].range)
    guard let target else {
      return .number(Double(chosen.read.count + chosen.unreadBlanks))
    }
    let cells = chosen.read.map { target.elements[$0] }
    let array = QuantityArray(rows: cells.count, columns: 1, elements: cells)
    return try aggregate(Self.plain(function), [.array(array)])
  }

  private typealias Condition = (range: QuantityArray, criterion: Operand)

  /// The range to compute from, `nil` if cells are counted, and the conditions.
  private func parts(
    _ function: SheetFunction, _ arguments: [Operand]
  ) -> (target: QuantityArray?, conditions: [Condition]) {
    switch function {
    case .sumIf, .averageIf:
      return (arguments[arguments.count > 2 ? 2 : 0].array, [(arguments[0].array, arguments[1])])
    case .countIf, .countIfs: return (nil, conditions(arguments[...]))
    default: return (arguments[0].array, conditions(arguments.dropFirst()))
    }
  }

  private func conditions(_ arguments: ArraySlice<Operand>) -> [Condition] {
    stride(from: arguments.startIndex, to: arguments.endIndex - 1, by: 2).map {
      (arguments[$0].array, arguments[$0 + 1])
    }
  }

  private static func plain(_ function: SheetFunction) -> SheetFunction {
    switch function {
    case .averageIf, .averageIfs: .average
    case .maxIfs: .max
    case .minIfs: .min
    default: .sum
    }
  }

  /// The places at which all conditions hold.
  ///
  /// - Throws: `#VALUE!` if the ranges differ in size.
  private mutating func indices(
    where conditions: [Condition], of function: SheetFunction, size: QuantityArray
  ) throws(CellError) -> (read: [Int], unreadBlanks: Int) {
    var indices = Array(size.elements.indices)
    var unreadBlanks = size.unreadBlanks
    for (range, operand) in conditions {
      guard range.hasSameShape(as: size), let wanted = operand.quantity else { throw .value }
      noteSteps(of: function, range.elements + [wanted])
      noteErrors(of: range.elements)
      let criterion = Criterion(wanted.value, number: numberInText)
      indices.removeAll {
        !criterion.holds(of: range.elements[$0].value, number: numberInText)
      }
      if !criterion.holds(of: .blank, number: numberInText) { unreadBlanks = 0 }
    }
    return (indices, unreadBlanks)
  }
}
