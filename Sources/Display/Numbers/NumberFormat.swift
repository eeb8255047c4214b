/// How a number is written: always the same characters, in any locale, on any machine.
///
///     NumberFormat.decimals(3).text(of: 0.87654)             // 0.877
///     NumberFormat.significantDigits(3).text(of: 0.00123456) // 0.00123
///     NumberFormat.decimals(0).grouped.text(of: 1_000_209)   // 1,000,209
///     NumberFormat.percent(decimals: 1).text(of: 0.285)      // 28.5%
public struct NumberFormat: Sendable, Equatable {
  enum Style: Sendable, Equatable {
    case shortest
    case decimals(Int)
    case significantDigits(Int)
    case exponent(Int)
    case percent(decimals: Int)
  }

  var style: Style
  var isGrouped = false

  /// The fewest digits that tell the value from its neighbours, as Swift prints it.
  public static let shortest = NumberFormat(style: .shortest)

  /// Exactly `count` digits after the point, correctly rounded (ties to the even digit).
  public static func decimals(_ count: Int) -> NumberFormat {
    check("decimals(\(count))", count)
    return NumberFormat(style: .decimals(count))
  }

  /// `count` digits from the first that is not zero, correctly rounded. Numbers from 10¹⁵ on and
  /// below 10⁻⁵ are written with an exponent: `1.50e-07`.
  public static func significantDigits(_ count: Int) -> NumberFormat {
    if count < 1 { fatalError("NumberFormat.significantDigits(\(count)): at least one is needed") }
    check("significantDigits(\(count))", count)
    return NumberFormat(style: .significantDigits(count))
  }

  /// A digit before the point, `count` after it and the power of ten, correctly rounded:
  /// `1.50e-07`.
  public static func exponent(_ count: Int) -> NumberFormat {
    check("exponent(\(count))", count)
    return NumberFormat(style: .exponent(count))
  }

  /// A hundred times the number with so many digits after the point, correctly rounded (ties to
  /// the even digit), and the sign %.
  public static func percent(decimals count: Int = 0) -> NumberFormat {
    check("percent(decimals: \(count))", count)
    return NumberFormat(style: .percent(decimals: count))
  }

  /// The digits after the point of the smallest double, written out: no number has more.
  private static let mostDigits = 1074

  private static func check(_ call: String, _ count: Int) {
    if count < 0 { fatalError("NumberFormat.\(call): the count must not be negative") }
    if count > mostDigits {
      fatalError("NumberFormat.\(call): no number has more than \(mostDigits) digits")
    }
  }

  /// The same with a comma between thousands.
  public var grouped: NumberFormat {
    var copy = self
    copy.isGrouped = true
    return copy
  }

  /// The number's characters. Not a number is `NaN`, infinity `inf`; a figure that rounds to zero
  /// has no sign.
  public func text<Number: BinaryFloatingPoint>(of number: Number) -> String {
    let value = Double(number)
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf" }
    switch style {
    case .shortest: return finish("\(number.magnitude)", of: value)
    case .decimals(let count):
      var expansion = DecimalExpansion(magnitudeOf: value)
      expansion.round(toDecimals: count)
      return finish(expansion.text(decimals: count), of: value)
    case .significantDigits(let count):
      return finish(significantText(of: value, count: count), of: value)
    case .exponent(let count):
      var expansion = DecimalExpansion(magnitudeOf: value)
      if expansion.digits.isEmpty { return expansion.text(decimals: count) + "e+00" }
      expansion.round(toDecimals: count + 1 - expansion.pointPosition)
      return finish(NumberFormat.exponentText(of: expansion, count: count + 1), of: value)
    case .percent(let count):
      var expansion = DecimalExpansion(magnitudeOf: value)
      expansion.multiply(byPowerOfTen: 2)
      expansion.round(toDecimals: count)
      return finish(expansion.text(decimals: count), of: value) + "%"
    }
  }

  private func significantText(of value: Double, count: Int) -> String {
    var expansion = DecimalExpansion(magnitudeOf: value)
    if expansion.digits.isEmpty { return expansion.text(decimals: count - 1) }
    expansion.round(toDecimals: count - expansion.pointPosition)
    let exponent = expansion.pointPosition - 1
    if (-5..<15).contains(exponent) {
      return expansion.text(decimals: max(0, count - 1 - exponent))
    }
    return NumberFormat.exponentText(of: expansion, count: count)
  }

  /// `count` digits of an expansion that was rounded to these, and the power of ten.
  private static func exponentText(of expansion: DecimalExpansion, count: Int) -> String {
    let exponent = expansion.pointPosition - 1
    let digits = (0..<count).map { $0 < expansion.digits.count ? "\(expansion.digits[$0])" : "0" }
    let mantissa = count > 1 ? digits[0] + "." + digits[1...].joined() : digits[0]
    let sign = exponent < 0 ? "-" : "+"
    return mantissa + "e" + sign + (abs(exponent) < 10 ? "0" : "") + "\(abs(exponent))"
  }

  /// Adds the sign, unless only zeros are left, and the commas.
  private func finish(_ magnitude: String, of value: Double) -> String {
    let isZero = !magnitude.contains { ("1"..."9").contains($0) }
    let text = isGrouped ? grouping(magnitude) : magnitude
    return value < 0 && !isZero ? "-" + text : text
  }

  private func grouping(_ magnitude: String) -> String {
    let whole = magnitude.prefix { $0.isNumber }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + magnitude[whole.endIndex...]
  }
}

/// `value` with exactly `decimals` digits after the point: `format(0.87654, decimals: 3)` is
/// `0.877`.
public func format<Number: BinaryFloatingPoint>(
  _ value: Number, decimals: Int, grouped: Bool = false
) -> String {
  let format = NumberFormat.decimals(decimals)
  return (grouped ? format.grouped : format).text(of: value)
}

/// `value` rounded to so many digits from the first that is not zero: `format(0.00123456,
/// significantDigits: 3)` is `0.00123`.
public func format<Number: BinaryFloatingPoint>(
  _ value: Number, significantDigits: Int
) -> String {
  NumberFormat.significantDigits(significantDigits).text(of: value)
}

/// `value` with a comma between thousands: `1,000,209`.
public func format<Number: BinaryInteger>(_ value: Number) -> String {
  let text = String(value.magnitude)
  var grouped = value < 0 ? "-" : ""
  for (index, digit) in text.enumerated() {
    if index > 0 && (text.count - index) % 3 == 0 { grouped.append(",") }
    grouped.append(digit)
  }
  return grouped
}
