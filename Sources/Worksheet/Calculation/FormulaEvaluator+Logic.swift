extension FormulaEvaluator {
  mutating func logic(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Operand {
    switch function {
    case .true: return .single(Quantity(.logical(true)))
    case .false: return .single(Quantity(.logical(false)))
    case .na: throw .notAvailable
    case .if: return try choose(arguments)
    case .ifError: return instead(of: { _ in true }, arguments)
    case .ifNA: return instead(of: { $0 == .notAvailable }, arguments)
    case .not: return elementwise(arguments) { $0.negated($1[0]) }
    case .and: return logical(try truths(of: arguments).allSatisfy { $0 })
    case .or: return logical(try truths(of: arguments).contains(true))
    case .xor: return logical(try truths(of: arguments).filter { $0 }.count % 2 == 1)
    default:
      return elementwise(arguments) { evaluator, elements in
        evaluator.noteErrors(of: elements)
        return Quantity(.logical(Self.isOfKind(function, elements[0].value)))
      }
    }
  }

  private func logical(_ truth: Bool) -> Operand { .single(Quantity(.logical(truth))) }

  /// What ISNUMBER and its like ask.
  private static func isOfKind(_ function: SheetFunction, _ value: CellValue) -> Bool {
    switch (function, value) {
    case (.isNumber, .number), (.isText, .text), (.isLogical, .logical), (.isBlank, .blank): true
    case (.isError, .error), (.isNA, .error(.notAvailable)): true
    case (.isErr, .error(let error)): error != .notAvailable
    case (.isNonText, .text): false
    case (.isNonText, _): true
    default: false
    }
  }

  /// `IF`: any number but 0 is true. A single condition chooses an argument as it is, so that a
  /// range stays a range.
  private mutating func choose(_ arguments: [Operand]) throws(CellError) -> Operand {
    let otherwise = arguments.count > 2 ? arguments[2] : logical(false)
    if let condition = arguments[0].quantity {
      return try isTrue(condition) ? arguments[1] : otherwise
    }
    return elementwise([arguments[0], arguments[1], otherwise]) { evaluator, elements in
      do throws(CellError) {
        return try evaluator.isTrue(elements[0]) ? elements[1] : elements[2]
      } catch {
        return .error(error)
      }
    }
  }

  private mutating func isTrue(_ condition: Quantity) throws(CellError) -> Bool {
    let number = asNumber(condition)
    guard let value = number.value.number else { throw number.value.error ?? .value }
    if number.line != nil { tape?.record(.unequal, number, .number(0), outcome: value != 0) }
    return value != 0
  }

  private mutating func negated(_ condition: Quantity) -> Quantity {
    do throws(CellError) {
      return Quantity(.logical(try !isTrue(condition)))
    } catch {
      return .error(error)
    }
  }

  /// The conditions of AND, OR and XOR. In cells texts and blanks are skipped.
  private mutating func truths(of arguments: [Operand]) throws(CellError) -> [Bool] {
    var truths: [Bool] = []
    for argument in arguments {
      if case .single(let quantity) = argument {
        truths.append(try isTrue(quantity))
        continue
      }
      for element in argument.array.elements {
        switch element.value {
        case .number, .logical, .error: truths.append(try isTrue(element))
        case .blank, .text: continue
        }
      }
    }
    if truths.isEmpty { throw .value }
    return truths
  }

  /// `IFERROR` and `IFNA`.
  private mutating func instead(
    of isCaught: (CellError) -> Bool, _ arguments: [Operand]
  ) -> Operand {
    elementwise(arguments) { evaluator, elements in
      evaluator.noteErrors(of: [elements[0]])
      return elements[0].value.error.map(isCaught) == true ? elements[1] : elements[0]
    }
  }

  /// A result depends on whether these are errors, which may change as the Solver's cells move.
  mutating func noteErrors(of quantities: [Quantity]) {
    guard tape != nil else { return }
    if quantities.contains(where: { $0.line != nil || $0.value.error != nil }) {
      tape?.markOneTimeOnly()
    }
  }
}
