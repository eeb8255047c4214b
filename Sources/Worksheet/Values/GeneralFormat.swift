import Display

/// Numbers in cells without a format of their own: no zeros at the end, and from 10¹⁵ on and below
/// 10⁻⁵ an exponent, written as in Excel: `1.5E-07`.
enum GeneralFormat {
  /// As a cell shows it: ten digits, or as many as there are before the point, so that 0.1 + 0.2 shows
  /// as 0.3 and 123456789012 with all its digits.
  static func displayed(_ number: Double) -> String {
    let whole = number.magnitude < 1e10 ? 10 : number.magnitude < 1e15 ? wholeDigits(number) : 10
    return text(of: number, digits: whole)
  }

  /// As it enters a text, as in `=A1&""`: 15 digits.
  static func joined(_ number: Double) -> String { text(of: number, digits: 15) }

  private static func wholeDigits(_ number: Double) -> Int {
    min(15, NumberFormat.decimals(0).text(of: number.magnitude.rounded(.down)).count)
  }

  private static func text(of number: Double, digits: Int) -> String {
    let text = NumberFormat.significantDigits(digits).text(of: number)
    let parts = text.split(separator: "e", maxSplits: 1)
    var mantissa = parts[0]
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    return parts.count > 1 ? "\(mantissa)E\(parts[1])" : String(mantissa)
  }
}
