import Display

/// A round step between ticks: 1, 2 or 5 times a power of ten.
///
/// Multiples of it are read from their decimal digits, not added up, so 3 steps of 0.1 are 0.3.
struct DecimalStep: Equatable {
  let digit: Int
  let exponent: Int

  var length: Double { DecimalStep.value(digit, exponent) }

  /// The shortest step of which at most `count` fit in `interval`.
  init(dividing interval: Interval, into count: Int, atLeast least: Double = 0) {
    let target = max(interval.length / Double(count), least)
    var (digit, exponent) = (1, Int(log10(target).rounded(.down)) - 1)
    // A hair of tolerance: 0.3 / 3 must be divided by 0.1, not by 0.2.
    while DecimalStep.value(digit, exponent) < target * (1 - 1e-9) {
      switch digit {
      case 1: digit = 2
      case 2: digit = 5
      default: (digit, exponent) = (1, exponent + 1)
      }
    }
    (self.digit, self.exponent) = (digit, exponent)
  }

  /// The correctly rounded `number · 10^exponent`.
  private static func value(_ number: Int, _ exponent: Int) -> Double {
    Double("\(number)e\(exponent)") ?? .nan
  }

  func value(_ index: Int) -> Double { DecimalStep.value(index * digit, exponent) }

  /// The greatest index whose value is not above `bound`.
  func index(below bound: Double) -> Int { Int((bound / length + 1e-9).rounded(.down)) }

  /// The least index whose value is not below `bound`.
  func index(above bound: Double) -> Int { Int((bound / length - 1e-9).rounded(.up)) }

  /// The value's digits: as many decimals as the step has, with an exponent when that is long.
  func label(_ index: Int, largest: Double) -> String {
    if index == 0 { return "0" }
    if exponent >= -6 && largest < 1e7 {
      let format = NumberFormat.decimals(max(0, -exponent))
      return (largest >= 10_000 ? format.grouped : format).text(of: value(index))
    }
    return DecimalStep.scientific(index * digit, exponent)
  }

  /// `number · 10^exponent` as `1.2e-7`.
  static func scientific(_ number: Int, _ exponent: Int) -> String {
    var (rest, exponent) = (abs(number), exponent)
    while rest % 10 == 0 && rest > 0 { (rest, exponent) = (rest / 10, exponent + 1) }
    let digits = String(rest)
    let mantissa = digits.count > 1 ? "\(digits.prefix(1)).\(digits.dropFirst())" : digits
    return (number < 0 ? "-" : "") + mantissa + "e\(exponent + digits.count - 1)"
  }
}
