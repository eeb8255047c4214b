extension FormulaEvaluator {
  /// Functions of numbers whose results move in steps.
  mutating func stepped(_ function: SheetFunction, _ arguments: [Operand]) -> Operand {
    elementwise(arguments) { evaluator, elements in
      let numbers = elements.map(evaluator.asNumber)
      if let error = numbers.first(where: { $0.value.error != nil }) { return error }
      evaluator.noteSteps(of: function, elements)
      let value = Self.stepped(function, numbers.map { $0.value.number ?? 0 })
      return Quantity(value.entered)
    }
  }

  private static func stepped(_ function: SheetFunction, _ numbers: [Double]) -> CellValue {
    let number = numbers[0]
    let other = numbers.count > 1 ? numbers[1] : 0
    switch function {
    case .int: return .number(FifteenDigits.floor(number))
    case .sign: return .number(number > 0 ? 1 : number < 0 ? -1 : 0)
    case .isEven: return .logical(!isOdd(number))
    case .isOdd: return .logical(isOdd(number))
    case .quotient:
      return other == 0
        ? .error(.divisionByZero) : .number(FifteenDigits.truncated(number / other))
    case .ceiling: return multiple(of: other, near: number, isAbove: true)
    case .floor: return multiple(of: other, near: number, isAbove: false)
    case .roundUp: return rounded(number, .awayFromZero, other)
    case .roundDown, .trunc: return rounded(number, .towardZero, other)
    default: return rounded(number, .nearest, other)
    }
  }

  private static func isOdd(_ number: Double) -> Bool {
    number.rounded(.towardZero).truncatingRemainder(dividingBy: 2) != 0
  }

  private static func rounded(
    _ number: Double, _ rounding: DecimalRounding, _ digits: Double
  ) -> CellValue {
    .number(rounding.rounded(number, digits: wholeNumber(digits)))
  }

  /// The multiple above or below on the number line; with a negative multiple of a negative number,
  /// counted from zero.
  private static func multiple(of step: Double, near number: Double, isAbove: Bool) -> CellValue {
    if step == 0 { return isAbove || number == 0 ? .number(0) : .error(.divisionByZero) }
    if number > 0, step < 0 { return .error(.number) }
    let count = number / step
    return .number(
      (isAbove ? -FifteenDigits.floor(-count) : FifteenDigits.floor(count)) * step)
  }
}
