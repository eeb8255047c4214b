import Display

/// Spreadsheets count with 15 digits: what differs less is the same number. This is LibreOffice's
/// rule, a relative difference below 2⁻⁴⁸ (3.6 · 10⁻¹⁵); whole numbers are compared exactly.
enum FifteenDigits {
  static func agree(_ left: Double, _ right: Double) -> Bool {
    left == right || differOnlyByRounding(left, right, by: left - right)
  }

  /// `left + right`; 0 if they cancel but for rounding, so that 0.1 + 0.2 − 0.3 is 0.
  @inline(__always)
  static func sum(_ left: Double, _ right: Double) -> Double {
    let sum = left + right
    return differOnlyByRounding(left, -right, by: sum) ? 0 : sum
  }

  /// `left − right`; 0 if they cancel but for rounding.
  @inline(__always)
  static func difference(_ left: Double, _ right: Double) -> Double {
    let difference = left - right
    return differOnlyByRounding(left, right, by: difference) ? 0 : difference
  }

  @inline(__always)
  private static func differOnlyByRounding(
    _ left: Double, _ right: Double, by difference: Double
  ) -> Bool {
    let limit = 0x1p-48
    guard difference.magnitude < left.magnitude * limit,
      difference.magnitude < right.magnitude * limit
    else { return false }
    return !(isExactWhole(difference) && isExactWhole(left) && isExactWhole(right))
  }

  private static func isExactWhole(_ number: Double) -> Bool {
    number.magnitude < 0x1p53 && number == number.rounded(.towardZero)
  }

  /// The whole number below, where 434.99999999999994 counts as 435.
  static func floor(_ number: Double) -> Double {
    let nearest = number.rounded()
    return nearest > number && agreesInDecimals(number, nearest) ? nearest : number.rounded(.down)
  }

  /// `number` without its fraction, where 434.99999999999994 counts as 435.
  static func truncated(_ number: Double) -> Double {
    number < 0 ? -floor(-number) : floor(number)
  }

  private static func agreesInDecimals(_ number: Double, _ whole: Double) -> Bool {
    (number - whole).magnitude < 1e-14 * max(1, whole.magnitude)
      && Double(NumberFormat.significantDigits(15).text(of: number)) == whole
  }
}
