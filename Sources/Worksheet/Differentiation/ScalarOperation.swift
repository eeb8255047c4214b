internal import CKernels

/// A step of arithmetic on one or two numbers, with its derivative.
enum ScalarOperation: UInt8, Sendable {
  /// A number that was given: a cell that the Solver changes, or a constant.
  case given
  case add, subtract, multiply, divide, power
  case minimum, maximum
  case negate, absolute, squareRoot, exponential, logarithm, logarithmToBase
  case sine, cosine, tangent, arcsine, arccosine, arctangent, hyperbolicTangent
  case normalDensity, normalShare, normalInverse

  /// Not a number where there is no answer, whatever the reason: a division by zero, the root of
  /// −1, a result too large.
  @inline(__always)
  func value(_ left: Double, _ right: Double) -> Double {
    let value =
      switch self {
      case .given: left
      case .add: FifteenDigits.sum(left, right)
      case .subtract: FifteenDigits.difference(left, right)
      case .multiply: left * right
      case .divide: left / right
      case .power: left == 0 && right == 0 ? .nan : lectern_pow_f64(left, right)
      case .minimum: left.isNaN || left <= right ? left : right
      case .maximum: left.isNaN || left >= right ? left : right
      case .negate: -left
      case .absolute: left.magnitude
      case .squareRoot: left.squareRoot()
      case .exponential: lectern_exp_f64(left)
      case .logarithm: lectern_log_f64(left)
      case .logarithmToBase: Self.logarithm(of: left, base: right)
      case .sine: lectern_sin_f64(left)
      case .cosine: lectern_cos_f64(left)
      case .tangent: lectern_tan_f64(left)
      case .arcsine: lectern_asin_f64(left)
      case .arccosine: lectern_acos_f64(left)
      case .arctangent: lectern_atan_f64(left)
      case .hyperbolicTangent: lectern_tanh_f64(left)
      case .normalDensity: lectern_normal_density_f64(left)
      case .normalShare: lectern_normal_f64(left)
      case .normalInverse: lectern_normal_inverse_f64(left)
      }
    return value.isFinite ? value : .nan
  }

  /// ln x / ln b; a whole number if x is such a power of b, so that LOG(1000) is 3.
  private static func logarithm(of number: Double, base: Double) -> Double {
    guard number > 0, base > 0 else { return .nan }
    let quotient = lectern_log_f64(number) / lectern_log_f64(base)
    let whole = quotient.rounded()
    return (quotient - whole).magnitude < 1e-12 && lectern_pow_f64(base, whole) == number
      ? whole : quotient
  }

  /// How fast the result changes with the left and with the right number. At a kink (the tip of
  /// ABS, equal arguments of MIN and MAX) the slope of one side is taken; at the tip of ABS it is
  /// 0, and so it is for SQRT at 0, where there is none. A sum or difference that cancels to 0
  /// keeps the slopes of one that does not.
  @inline(__always)
  func slopes(_ left: Double, _ right: Double, result: Double) -> (left: Double, right: Double) {
    switch self {
    case .given: (0, 0)
    case .add: (1, 1)
    case .subtract: (1, -1)
    case .multiply: (right, left)
    case .divide: (1 / right, -result / right)
    case .power: powerSlopes(left, right, result: result)
    case .minimum: left <= right ? (1, 0) : (0, 1)
    case .maximum: left >= right ? (1, 0) : (0, 1)
    case .negate: (-1, 0)
    case .absolute: (left > 0 ? 1 : left < 0 ? -1 : 0, 0)
    case .squareRoot: (result > 0 ? 0.5 / result : 0, 0)
    case .exponential: (result, 0)
    case .logarithm: (1 / left, 0)
    case .logarithmToBase: logarithmSlopes(left, right, result: result)
    case .sine: (lectern_cos_f64(left), 0)
    case .cosine: (-lectern_sin_f64(left), 0)
    case .tangent: (1 + result * result, 0)
    case .arcsine: (1 / ((1 - left) * (1 + left)).squareRoot(), 0)
    case .arccosine: (-1 / ((1 - left) * (1 + left)).squareRoot(), 0)
    case .arctangent: (1 / (1 + left * left), 0)
    case .hyperbolicTangent: (1 - result * result, 0)
    case .normalDensity: (-left * result, 0)
    case .normalShare: (lectern_normal_density_f64(left), 0)
    case .normalInverse: (1 / lectern_normal_density_f64(result), 0)
    }
  }

  /// d(xⁿ)/dx = n·xⁿ⁻¹ and d(xⁿ)/dn = xⁿ·ln x, the latter for positive x only.
  private func powerSlopes(
    _ base: Double, _ exponent: Double, result: Double
  ) -> (left: Double, right: Double) {
    let slope =
      exponent == 0 ? 0 : exponent == 1 ? 1 : exponent * lectern_pow_f64(base, exponent - 1)
    return (slope, base > 0 ? result * lectern_log_f64(base) : 0)
  }

  private func logarithmSlopes(
    _ number: Double, _ base: Double, result: Double
  ) -> (left: Double, right: Double) {
    let logarithmOfBase = lectern_log_f64(base)
    return (1 / (number * logarithmOfBase), -result / (base * logarithmOfBase))
  }

  /// The error of a cell whose arithmetic has no answer.
  func error(_ left: Double, _ right: Double) -> CellError {
    switch self {
    case .divide where right == 0: .divisionByZero
    case .power where left == 0 && right < 0: .divisionByZero
    case .logarithmToBase where right == 1 && left > 0: .divisionByZero
    default: .number
    }
  }
}
