/// A fraction of whole numbers that is one particular double: 3/10 for 0.3, 1/3 for
/// 0.3333333333333333.
///
/// Multiples of a step are computed on it and divided once, so the third edge from 0 in steps of
/// 0.1 is 0.3 itself and not 0.30000000000000004.
struct Fraction: Equatable {
  let numerator: Int
  let denominator: Int

  /// Up to here whole numbers are doubles, and one division rounds once.
  private static let largest = 1 << 53
  /// Digits that a person would type; more of them come out of a calculation.
  private static let mostDigits = 12
  private static let largestPeriod = 1000

  /// The fraction that a value was typed as: its decimal digits, or a quotient of small numbers.
  /// Nil when it is neither.
  init?(_ value: Double) {
    guard value.isFinite, let fraction = Fraction.decimal(value) ?? Fraction.quotient(value) else {
      return nil
    }
    self = fraction
  }

  private init(_ numerator: Int, _ denominator: Int) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  private static func decimal(_ value: Double) -> Fraction? {
    let digits = DecimalDigits(value)
    guard digits.count <= mostDigits, (-15...3).contains(digits.exponent) else { return nil }
    let number = value < 0 ? -digits.number : digits.number
    return digits.exponent < 0
      ? Fraction(number, power(-digits.exponent))
      : Fraction(number * power(digits.exponent), 1)
  }

  private static func quotient(_ value: Double) -> Fraction? {
    for denominator in 2...largestPeriod {
      let numerator = (value * Double(denominator)).rounded()
      guard numerator.magnitude < 1e9 else { return nil }
      if numerator / Double(denominator) == value { return Fraction(Int(numerator), denominator) }
    }
    return nil
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { p, _ in p * 10 } }

  /// `(start · (parts - index) + end · index) / parts`, correctly rounded; nil where the whole
  /// numbers become too large.
  static func between(_ start: Fraction, _ end: Fraction, _ index: Int, of parts: Int) -> Double? {
    guard let (first, last, denominator) = common(start, end),
      let left = product(first, parts - index), let right = product(last, index),
      let whole = product(denominator, parts)
    else { return nil }
    return quotient(left.addingReportingOverflow(right), whole)
  }

  /// `start + index · step`, correctly rounded; nil where the whole numbers become too large.
  static func multiple(_ index: Int, of step: Fraction, from start: Fraction) -> Double? {
    guard let (first, width, denominator) = common(start, step), let way = product(width, index)
    else { return nil }
    return quotient(first.addingReportingOverflow(way), denominator)
  }

  private static func common(
    _ first: Fraction, _ second: Fraction
  ) -> (Int, Int, denominator: Int)? {
    let divisor = greatestCommonDivisor(first.denominator, second.denominator)
    guard let denominator = product(first.denominator / divisor, second.denominator),
      let left = product(first.numerator, denominator / first.denominator),
      let right = product(second.numerator, denominator / second.denominator)
    else { return nil }
    return (left, right, denominator)
  }

  private static func product(_ left: Int, _ right: Int) -> Int? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }

  private static func quotient(
    _ sum: (partialValue: Int, overflow: Bool), _ denominator: Int
  ) -> Double? {
    guard !sum.overflow, sum.partialValue != .min else { return nil }
    let divisor = greatestCommonDivisor(abs(sum.partialValue), denominator)
    let (numerator, denominator) = (sum.partialValue / divisor, denominator / divisor)
    guard abs(numerator) <= largest, denominator <= largest else { return nil }
    return Double(numerator) / Double(denominator)
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }
}
