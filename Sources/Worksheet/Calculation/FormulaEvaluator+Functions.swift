extension FormulaEvaluator {
  mutating func call(_ function: SheetFunction, _ arguments: [Operand]) -> Operand {
    switch function {
    case .abs: elementwise(arguments) { $0.compute(.absolute, $1[0]) }
    case .exp: elementwise(arguments) { $0.compute(.exponential, $1[0]) }
    case .int: elementwise(arguments) { $0.compute(.roundDown, $1[0]) }
    case .ln: elementwise(arguments) { $0.compute(.logarithm, $1[0]) }
    case .sqrt: elementwise(arguments) { $0.compute(.squareRoot, $1[0]) }
    case .if: elementwise(arguments) { $0.choose($1) }
    case .isBlank: elementwise(arguments) { Quantity(.logical($1[0].value.isBlank)) }
    case .average: .single(average(arguments))
    case .count: .single(.number(Double(numbers(in: arguments).count)))
    case .max: .single(extreme(.maximum, arguments))
    case .min: .single(extreme(.minimum, arguments))
    case .sum: .single(sum(arguments))
    case .sumProduct: .single(sumOfProducts(arguments.map(\.array)))
    case .sumXMY2: .single(sumOfSquaredDifferences(arguments[0].array, arguments[1].array))
    case .mmult: matrixProduct(arguments[0].array, arguments[1].array)
    case .transpose: .array(arguments[0].array.transposed)
    case .rand: fatalError("RAND is drawn where the formula is evaluated")
    }
  }

  /// `IF`: any number but 0 is true.
  private mutating func choose(_ arguments: [Quantity]) -> Quantity {
    let condition = asNumber(arguments[0])
    guard let number = condition.value.number else { return condition }
    let isTrue = number != 0
    if condition.line != nil { tape?.record(.unequal, condition, .number(0), outcome: isTrue) }
    if isTrue { return arguments[1] }
    return arguments.count > 2 ? arguments[2] : Quantity(.logical(false))
  }

  /// The numbers among the arguments, and the first error. In cells only numbers count: texts,
  /// blanks, TRUE and FALSE are skipped. Written into the formula itself they count as numbers.
  private func numbers(in arguments: [Operand]) -> (
    values: [Quantity], error: Quantity?, count: Int
  ) {
    var values: [Quantity] = []
    var error: Quantity?
    for argument in arguments {
      var elements = argument.array.elements
      if case .single = argument { elements = elements.map(asNumber) }
      for element in elements {
        if element.value.number != nil { values.append(element) }
        if element.value.error != nil { error = error ?? element }
      }
    }
    return (values, error, values.count)
  }

  private mutating func sum(_ arguments: [Operand]) -> Quantity {
    let numbers = numbers(in: arguments)
    return numbers.error ?? total(numbers.values)
  }

  private mutating func total(_ values: [Quantity]) -> Quantity {
    guard var total = values.first else { return .number(0) }
    for value in values.dropFirst() { total = compute(.add, total, value) }
    return total
  }

  private mutating func average(_ arguments: [Operand]) -> Quantity {
    let numbers = numbers(in: arguments)
    return numbers.error
      ?? compute(.divide, total(numbers.values), .number(Double(numbers.count)))
  }

  private mutating func extreme(_ operation: ScalarOperation, _ arguments: [Operand]) -> Quantity {
    let numbers = numbers(in: arguments)
    if let error = numbers.error { return error }
    guard var extreme = numbers.values.first else { return .number(0) }
    for value in numbers.values.dropFirst() { extreme = compute(operation, extreme, value) }
    return extreme
  }

  /// What is no number counts as 0.
  private mutating func sumOfProducts(_ arrays: [QuantityArray]) -> Quantity {
    guard arrays.allSatisfy({ $0.hasSameShape(as: arrays[0]) }) else { return .error(.value) }
    var products: [Quantity] = []
    for index in arrays[0].elements.indices {
      let factors = arrays.map { $0.elements[index] }
      if let error = factors.first(where: { $0.value.error != nil }) { return error }
      guard factors.allSatisfy({ $0.value.number != nil }) else { continue }
      products.append(factors.dropFirst().reduce(factors[0]) { compute(.multiply, $0, $1) })
    }
    return total(products)
  }

  /// Pairs in which either is no number are skipped.
  private mutating func sumOfSquaredDifferences(
    _ first: QuantityArray, _ second: QuantityArray
  ) -> Quantity {
    guard first.elements.count == second.elements.count else { return .error(.notAvailable) }
    var squares: [Quantity] = []
    for (x, y) in zip(first.elements, second.elements) {
      if x.value.error != nil { return x }
      if y.value.error != nil { return y }
      guard x.value.number != nil, y.value.number != nil else { continue }
      let difference = compute(.subtract, x, y)
      squares.append(compute(.multiply, difference, difference))
    }
    return total(squares)
  }

  /// Every element must be a number.
  private mutating func matrixProduct(_ left: QuantityArray, _ right: QuantityArray) -> Operand {
    guard left.columns == right.rows, left.rows * right.columns <= CellRange.maximumCount else {
      return .single(.error(.value))
    }
    for element in left.elements + right.elements where element.value.number == nil {
      return .single(element.value.error == nil ? .error(.value) : element)
    }
    var elements: [Quantity] = []
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        let products = (0..<left.columns).map {
          compute(.multiply, left[row, $0], right[$0, column])
        }
        elements.append(total(products))
      }
    }
    return .array(QuantityArray(rows: left.rows, columns: right.columns, elements: elements))
  }
}
