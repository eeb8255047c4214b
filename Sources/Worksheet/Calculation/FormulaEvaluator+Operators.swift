extension FormulaEvaluator {
  mutating func apply(_ operation: UnaryOperator, _ operand: Operand) -> Operand {
    elementwise([operand]) { evaluator, elements in
      switch operation {
      case .plus: elements[0]
      case .minus: evaluator.compute(.negate, elements[0])
      case .percent: evaluator.compute(.divide, elements[0], .number(100))
      }
    }
  }

  mutating func apply(
    _ operation: BinaryOperator, _ left: Quantity, _ right: Quantity
  ) -> Quantity {
    switch operation {
    case .add: compute(.add, left, right)
    case .subtract: compute(.subtract, left, right)
    case .multiply: compute(.multiply, left, right)
    case .divide: compute(.divide, left, right)
    case .power: compute(.power, left, right)
    case .join: join(left, right)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      compare(operation, left, right)
    }
  }

  /// Arithmetic on numbers and on what counts as one; the first error among its operands wins.
  mutating func compute(
    _ operation: ScalarOperation, _ left: Quantity, _ right: Quantity = .number(0)
  ) -> Quantity {
    let (left, right) = (asNumber(left), asNumber(right))
    guard let x = left.value.number else { return left }
    guard let y = right.value.number else { return right }
    let result = operation.value(x, y)
    guard !result.isNaN else { return .error(operation.error(x, y)) }
    guard left.line != nil || right.line != nil else { return .number(result) }
    return Quantity(.number(result), line: tape?.record(operation, left, right, value: result))
  }

  /// A result depends on these in a way that the tape cannot follow: it holds for this step only.
  mutating func noteUse(of quantities: [Quantity]) {
    guard tape != nil, quantities.contains(where: { $0.line != nil }) else { return }
    tape?.markOneTimeOnly()
  }

  /// The result of `function` moves in steps with these: its slope is 0.
  mutating func noteSteps(of function: SheetFunction, _ quantities: [Quantity]) {
    guard tape != nil, quantities.contains(where: { $0.line != nil }) else { return }
    tape?.markStepped(by: function.rawValue)
  }

  /// Blank counts as 0, FALSE and TRUE as 0 and 1, a text that reads as a number as that number.
  func asNumber(_ quantity: Quantity) -> Quantity {
    switch quantity.value {
    case .number, .error: quantity
    case .blank: .number(0)
    case .logical(let truth): .number(truth ? 1 : 0)
    case .text(let text): numberInText(text).map { .number($0) } ?? .error(.value)
    }
  }

  func numberInText(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { "0123456789.eE+- ".utf8.contains($0) }
    guard isPlain else { return nil }
    let digits = text.split(separator: " ", omittingEmptySubsequences: true)
    return digits.count == 1 ? Double(digits[0]).flatMap { $0.isFinite ? $0 : nil } : nil
  }

  private mutating func join(_ left: Quantity, _ right: Quantity) -> Quantity {
    for quantity in [left, right] where quantity.value.error != nil { return quantity }
    if left.line != nil || right.line != nil { tape?.markStepped(by: "&") }
    return Quantity(.joined([left.value, right.value]))
  }

  /// Numbers come before texts, texts before FALSE and TRUE; a blank cell equals 0 and "".
  /// Capitals do not matter.
  private mutating func compare(
    _ operation: BinaryOperator, _ left: Quantity, _ right: Quantity
  ) -> Quantity {
    if left.value.error != nil { return left }
    if right.value.error != nil { return right }
    let x = ComparedValue(left.value, beside: right.value)
    let y = ComparedValue(right.value, beside: left.value)
    let outcome = operation.holds(x.order(to: y))
    if left.line != nil || right.line != nil, x.isNumber, y.isNumber {
      let (left, right) = (asNumber(left), asNumber(right))
      tape?.record(operation, left, right, outcome: outcome)
    }
    return Quantity(.logical(outcome))
  }
}
