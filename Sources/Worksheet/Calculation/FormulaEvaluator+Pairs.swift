extension FormulaEvaluator {
  /// Functions of two ranges, cell by cell. Pairs in which either is no number are skipped.
  mutating func ofPairs(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    let (first, second) = try pairs(arguments[arguments.count - 2], arguments[arguments.count - 1])
    switch function {
    case .sumXMY2:
      return total(
        zip(first, second).map { x, y in
          let difference = compute(.subtract, x, y)
          return compute(.multiply, difference, difference)
        })
    case .sumX2MY2: return sumOfSquares(first, second, combinedBy: .subtract)
    case .sumX2PY2: return sumOfSquares(first, second, combinedBy: .add)
    default: break
    }
    guard !first.isEmpty else { throw .divisionByZero }
    let count = Double(first.count)
    switch function {
    case .correl, .pearson: return correlation(first, second)
    case .rSq:
      let correlation = correlation(first, second)
      return compute(.multiply, correlation, correlation)
    case .covarianceS:
      return compute(.divide, productOfDeviations(first, second), .number(count - 1))
    case .covar, .covarianceP:
      return compute(.divide, productOfDeviations(first, second), .number(count))
    case .slope: return slope(first, second)
    case .intercept: return height(at: .number(0), first, second)
    default: return height(at: try single(arguments[0]), first, second)
    }
  }

  private mutating func sumOfSquares(
    _ first: [Quantity], _ second: [Quantity], combinedBy operation: ScalarOperation
  ) -> Quantity {
    total(
      zip(first, second).map { x, y in
        compute(operation, compute(.multiply, x, x), compute(.multiply, y, y))
      })
  }

  /// Σ(x − mean of x)(y − mean of y).
  private mutating func productOfDeviations(_ x: [Quantity], _ y: [Quantity]) -> Quantity {
    let (x, y) = (deviations(x), deviations(y))
    return total(zip(x, y).map { compute(.multiply, $0, $1) })
  }

  private mutating func correlation(_ x: [Quantity], _ y: [Quantity]) -> Quantity {
    let spread = compute(.multiply, squaredDeviations(x), squaredDeviations(y))
    return compute(.divide, productOfDeviations(x, y), compute(.squareRoot, spread))
  }

  /// Of the line of least squares.
  private mutating func slope(_ y: [Quantity], _ x: [Quantity]) -> Quantity {
    compute(.divide, productOfDeviations(x, y), squaredDeviations(x))
  }

  /// Of the line of least squares.
  private mutating func height(
    at place: Quantity, _ y: [Quantity], _ x: [Quantity]
  ) -> Quantity {
    let rise = compute(.multiply, slope(y, x), compute(.subtract, place, mean(x)))
    return compute(.add, mean(y), rise)
  }
}
