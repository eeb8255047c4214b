extension FormulaEvaluator {
  mutating func text(_ function: SheetFunction, _ arguments: [Operand]) -> Operand {
    let operands =
      function == .concat
      ? arguments.flatMap { $0.array.elements.map { Operand.single($0) } } : arguments
    return elementwise(operands) { evaluator, elements in
      if let error = elements.first(where: { $0.value.error != nil }) { return error }
      if function == .value { return evaluator.asNumber(elements[0]) }
      evaluator.noteSteps(of: function, elements)
      do throws(CellError) {
        return Quantity(try evaluator.text(function, elements))
      } catch {
        return .error(error)
      }
    }
  }

  private func text(
    _ function: SheetFunction, _ elements: [Quantity]
  ) throws(CellError) -> CellValue {
    let text = elements[0].value.joinedText
    switch function {
    case .concat, .concatenate: return .joined(elements.map(\.value))
    case .exact: return .logical(text == elements[1].value.joinedText)
    case .len: return .number(Double(text.count))
    case .left: return .text(String(text.prefix(try count(elements, at: 1))))
    case .right: return .text(String(text.suffix(try count(elements, at: 1))))
    case .mid:
      let start = try count(elements, at: 1)
      guard start > 0 else { throw .value }
      return .text(String(text.dropFirst(start - 1).prefix(try count(elements, at: 2))))
    case .upper: return .text(text.uppercased())
    case .lower: return .text(text.lowercased())
    default: return .text(text.split(separator: " ").joined(separator: " "))
    }
  }

  /// How many characters; one if that is left out.
  private func count(_ elements: [Quantity], at index: Int) throws(CellError) -> Int {
    guard index < elements.count else { return 1 }
    let count = try wholeNumber(.single(elements[index]))
    guard count >= 0 else { throw .value }
    return count
  }
}
