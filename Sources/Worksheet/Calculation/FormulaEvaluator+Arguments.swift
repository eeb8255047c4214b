extension FormulaEvaluator {
  /// The numbers among the arguments. In cells only numbers count: texts, blanks, TRUE and FALSE
  /// are skipped. Written into the formula itself they count as numbers.
  ///
  /// - Throws: the first error among them; `#VALUE!` for a written text that is no number.
  func numbers(in arguments: [Operand]) throws(CellError) -> [Quantity] {
    var numbers: [Quantity] = []
    for argument in arguments {
      if case .single(let quantity) = argument {
        let number = asNumber(quantity)
        if let error = number.value.error { throw error }
        numbers.append(number)
      } else {
        for element in argument.array.elements {
          if let error = element.value.error { throw error }
          if element.value.number != nil { numbers.append(element) }
        }
      }
    }
    return numbers
  }

  /// The pairs of two ranges in which both are numbers.
  ///
  /// - Throws: `#N/A` if the ranges differ in size; the first error among the cells.
  func pairs(
    _ first: Operand, _ second: Operand
  ) throws(CellError) -> (x: [Quantity], y: [Quantity]) {
    let (first, second) = (first.array, second.array)
    guard first.elements.count == second.elements.count else { throw .notAvailable }
    var (xs, ys): ([Quantity], [Quantity]) = ([], [])
    for (x, y) in zip(first.elements, second.elements) {
      if let error = x.value.error ?? y.value.error { throw error }
      guard x.value.number != nil, y.value.number != nil else { continue }
      xs.append(x)
      ys.append(y)
    }
    return (xs, ys)
  }

  /// A single value that is no error.
  func single(_ operand: Operand) throws(CellError) -> Quantity {
    guard let quantity = operand.quantity ?? operand.array.onlyElement else { throw .value }
    if let error = quantity.value.error { throw error }
    return quantity
  }

  func number(_ operand: Operand) throws(CellError) -> Double {
    let number = asNumber(try single(operand))
    guard let value = number.value.number else { throw number.value.error ?? .value }
    return value
  }

  /// A number without its fraction, such as an index; those too large for an index stay so.
  func wholeNumber(_ operand: Operand) throws(CellError) -> Int {
    Self.wholeNumber(try number(operand))
  }

  static func wholeNumber(_ number: Double) -> Int {
    Int(max(-1e9, min(1e9, FifteenDigits.truncated(number))))
  }
}

extension QuantityArray {
  fileprivate var onlyElement: Quantity? { elements.count == 1 ? elements[0] : nil }
}
