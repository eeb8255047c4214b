extension FormulaEvaluator {
  /// The normal distribution: its density, the share below a number, and the number below which a
  /// share lies.
  mutating func normal(_ function: SheetFunction, _ arguments: [Operand]) -> Operand {
    elementwise(arguments) { evaluator, elements in
      if let error = elements.first(where: { $0.value.error != nil }) { return error }
      switch function {
      case .normSInv, .normalSInv: return evaluator.compute(.normalInverse, elements[0])
      case .normInv, .normalInv: return evaluator.quantile(elements)
      case .normalSDist: return evaluator.compute(.normalShare, elements[0])
      case .normSDist: return evaluator.standardNormal(elements[0], isShare: elements[1])
      default: return evaluator.normal(elements)
      }
    }
  }

  private mutating func standardNormal(_ z: Quantity, isShare: Quantity) -> Quantity {
    let isShare = asNumber(isShare)
    guard let number = isShare.value.number else { return isShare }
    noteUse(of: [isShare])
    return compute(number != 0 ? .normalShare : .normalDensity, z)
  }

  /// Of x, mean, standard deviation and whether the share is asked for.
  private mutating func normal(_ elements: [Quantity]) -> Quantity {
    if let error = refusal(ofDeviation: elements[2]) { return error }
    let z = compute(.divide, compute(.subtract, elements[0], elements[1]), elements[2])
    let value = standardNormal(z, isShare: elements[3])
    let isShare = asNumber(elements[3]).value.number != 0
    return isShare ? value : compute(.divide, value, elements[2])
  }

  /// mean + standard deviation · z.
  private mutating func quantile(_ elements: [Quantity]) -> Quantity {
    if let error = refusal(ofDeviation: elements[2]) { return error }
    let z = compute(.normalInverse, elements[0])
    return compute(.add, elements[1], compute(.multiply, elements[2], z))
  }

  /// A standard deviation must be positive.
  private mutating func refusal(ofDeviation deviation: Quantity) -> Quantity? {
    let deviation = asNumber(deviation)
    guard let number = deviation.value.number else { return deviation }
    if deviation.line != nil {
      tape?.record(.greater, deviation, .number(0), outcome: number > 0)
    }
    return number > 0 ? nil : .error(.number)
  }
}
