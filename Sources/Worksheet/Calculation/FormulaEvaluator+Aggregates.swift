extension FormulaEvaluator {
  mutating func aggregate(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    switch function {
    case .count: return .number(Double(count(arguments)))
    case .countA: return .number(Double(countOfFilled(arguments)))
    case .countBlank: return .number(Double(countOfBlanks(arguments[0].array)))
    case .sumProduct: return try sumOfProducts(arguments.map(\.array))
    default: return try aggregate(function, of: numbers(in: arguments))
    }
  }

  private mutating func aggregate(
    _ function: SheetFunction, of numbers: [Quantity]
  ) throws(CellError) -> Quantity {
    switch function {
    case .sum: return total(numbers)
    case .sumSq: return total(numbers.map { compute(.multiply, $0, $0) })
    case .product: return numbers.isEmpty ? .number(0) : combined(numbers, by: .multiply)
    case .max: return numbers.isEmpty ? .number(0) : combined(numbers, by: .maximum)
    case .min: return numbers.isEmpty ? .number(0) : combined(numbers, by: .minimum)
    case .average: return mean(numbers)
    case .averageDeviation:
      let mean = mean(numbers)
      return self.mean(numbers.map { compute(.absolute, compute(.subtract, $0, mean)) })
    case .geoMean:
      try requirePositive(numbers)
      return compute(.exponential, mean(numbers.map { compute(.logarithm, $0) }))
    case .harMean:
      try requirePositive(numbers)
      return compute(.divide, .number(1), mean(numbers.map { compute(.divide, .number(1), $0) }))
    case .devSq: return numbers.isEmpty ? .error(.divisionByZero) : squaredDeviations(numbers)
    case .variance, .varSample: return variance(numbers, lost: 1)
    case .varP, .varPopulation: return variance(numbers, lost: 0)
    case .stDev, .stDevSample: return compute(.squareRoot, variance(numbers, lost: 1))
    default: return compute(.squareRoot, variance(numbers, lost: 0))
    }
  }

  private mutating func requirePositive(_ numbers: [Quantity]) throws(CellError) {
    guard !numbers.isEmpty, numbers.allSatisfy({ ($0.value.number ?? 0) > 0 }) else {
      throw .number
    }
    for number in numbers where number.line != nil {
      tape?.record(.greater, number, .number(0), outcome: true)
    }
  }

  private mutating func combined(_ numbers: [Quantity], by operation: ScalarOperation) -> Quantity {
    numbers.dropFirst().reduce(numbers[0]) { compute(operation, $0, $1) }
  }

  mutating func total(_ numbers: [Quantity]) -> Quantity {
    numbers.isEmpty ? .number(0) : combined(numbers, by: .add)
  }

  mutating func mean(_ numbers: [Quantity]) -> Quantity {
    compute(.divide, total(numbers), .number(Double(numbers.count)))
  }

  /// Σ(x − mean)².
  mutating func squaredDeviations(_ numbers: [Quantity]) -> Quantity {
    let deviations = deviations(numbers)
    return total(deviations.map { compute(.multiply, $0, $0) })
  }

  mutating func deviations(_ numbers: [Quantity]) -> [Quantity] {
    let mean = mean(numbers)
    return numbers.map { compute(.subtract, $0, mean) }
  }

  /// Σ(x − mean)² / (n − lost): of a sample with 1 lost, of all with none.
  private mutating func variance(_ numbers: [Quantity], lost: Int) -> Quantity {
    guard numbers.count > lost else { return .error(.divisionByZero) }
    return compute(.divide, squaredDeviations(numbers), .number(Double(numbers.count - lost)))
  }

  /// Errors and texts are not counted; a written text that reads as a number is.
  private mutating func count(_ arguments: [Operand]) -> Int {
    var count = 0
    for argument in arguments {
      let elements = argument.array.elements
      noteErrors(of: elements)
      if case .single(let quantity) = argument {
        count += asNumber(quantity).value.number == nil ? 0 : 1
      } else {
        count += elements.filter { $0.value.number != nil }.count
      }
    }
    return count
  }

  private func countOfFilled(_ arguments: [Operand]) -> Int {
    arguments.map { argument in
      if case .single = argument { return 1 }
      return argument.array.elements.filter { !$0.value.isBlank }.count
    }.reduce(0, +)
  }

  /// A text of no characters counts as blank.
  private mutating func countOfBlanks(_ array: QuantityArray) -> Int {
    array.elements.filter { $0.value.isBlank || $0.value == .text("") }.count + array.unreadBlanks
  }

  /// What is no number counts as 0.
  private mutating func sumOfProducts(_ arrays: [QuantityArray]) throws(CellError) -> Quantity {
    guard arrays.allSatisfy({ $0.hasSameShape(as: arrays[0]) }) else { throw .value }
    var products: [Quantity] = []
    for index in arrays[0].elements.indices {
      let factors = arrays.map { $0.elements[index] }
      for factor in factors { if let error = factor.value.error { throw error } }
      guard factors.allSatisfy({ $0.value.number != nil }) else { continue }
      products.append(factors.dropFirst().reduce(factors[0]) { compute(.multiply, $0, $1) })
    }
    return total(products)
  }
}
