extension FormulaEvaluator {
  mutating func call(_ function: SheetFunction, _ arguments: [Operand]) -> Operand {
    do throws(CellError) {
      return try result(of: function, arguments)
    } catch {
      return .single(.error(error))
    }
  }

  private mutating func result(
    of function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Operand {
    switch function {
    case .abs: map(.absolute, arguments)
    case .acos: map(.arccosine, arguments)
    case .asin: map(.arcsine, arguments)
    case .atan: map(.arctangent, arguments)
    case .cos: map(.cosine, arguments)
    case .exp: map(.exponential, arguments)
    case .ln: map(.logarithm, arguments)
    case .log, .log10: logarithm(arguments)
    case .mod: elementwise(arguments) { $0.remainder($1[0], $1[1]) }
    case .power: map(.power, arguments)
    case .sin: map(.sine, arguments)
    case .sqrt: map(.squareRoot, arguments)
    case .tan: map(.tangent, arguments)
    case .tanh: map(.hyperbolicTangent, arguments)
    case .pi: .single(.number(.pi))
    case .standardize: elementwise(arguments) { $0.standardized($1[0], $1[1], $1[2]) }
    case .normDist, .normInv, .normSDist, .normSInv, .normalDist, .normalInv, .normalSDist,
      .normalSInv:
      normal(function, arguments)
    case .ceiling, .floor, .int, .isEven, .isOdd, .quotient, .round, .roundDown, .roundUp, .sign,
      .trunc:
      stepped(function, arguments)
    case .and, .false, .if, .ifError, .ifNA, .isBlank, .isErr, .isError, .isLogical, .isNA,
      .isNonText, .isNumber, .isText, .na, .not, .or, .true, .xor:
      try logic(function, arguments)
    case .average, .averageDeviation, .count, .countA, .countBlank, .devSq, .geoMean, .harMean,
      .max, .min, .product, .stDev, .stDevP, .stDevPopulation, .stDevSample, .sum, .sumProduct,
      .sumSq, .varP, .varPopulation, .varSample, .variance:
      .single(try aggregate(function, arguments))
    case .large, .median, .mode, .modeSngl, .percentile, .percentileInc, .quartile, .quartileInc,
      .rank, .rankAvg, .rankEq, .small:
      .single(try orderStatistic(function, arguments))
    case .correl, .covar, .covarianceP, .covarianceS, .forecast, .intercept, .pearson, .rSq, .slope,
      .sumX2MY2, .sumX2PY2, .sumXMY2:
      .single(try ofPairs(function, arguments))
    case .averageIf, .averageIfs, .countIf, .countIfs, .maxIfs, .minIfs, .sumIf, .sumIfs:
      .single(try conditional(function, arguments))
    case .choose, .columns, .hLookup, .index, .match, .rows, .vLookup:
      try lookup(function, arguments)
    case .concat, .concatenate, .exact, .left, .len, .lower, .mid, .right, .trim, .upper, .value:
      text(function, arguments)
    case .mmult: try matrixProduct(arguments[0].array, arguments[1].array)
    case .transpose: .array(arguments[0].array.transposed)
    case .rand: fatalError("RAND is drawn where the formula is evaluated")
    }
  }

  private mutating func map(_ operation: ScalarOperation, _ arguments: [Operand]) -> Operand {
    elementwise(arguments) { $0.compute(operation, $1[0], $1.count > 1 ? $1[1] : .number(0)) }
  }

  /// To base 10, unless the second argument says otherwise.
  private mutating func logarithm(_ arguments: [Operand]) -> Operand {
    elementwise(arguments) {
      $0.compute(.logarithmToBase, $1[0], $1.count > 1 ? $1[1] : .number(10))
    }
  }

  private mutating func standardized(
    _ number: Quantity, _ mean: Quantity, _ deviation: Quantity
  ) -> Quantity {
    compute(.divide, compute(.subtract, number, mean), deviation)
  }

  /// a − b · ⌊a / b⌋: it has the divisor's sign.
  private mutating func remainder(_ number: Quantity, _ divisor: Quantity) -> Quantity {
    let quotient = compute(.divide, number, divisor)
    guard let value = quotient.value.number else { return quotient }
    noteUse(of: [quotient])
    return compute(
      .subtract, number, compute(.multiply, divisor, .number(FifteenDigits.floor(value))))
  }

  /// Every element must be a number.
  private mutating func matrixProduct(
    _ left: QuantityArray, _ right: QuantityArray
  ) throws(CellError) -> Operand {
    guard left.columns == right.rows, left.rows * right.columns <= CellRange.maximumCount else {
      throw .value
    }
    for element in left.elements + right.elements where element.value.number == nil {
      throw element.value.error ?? .value
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
