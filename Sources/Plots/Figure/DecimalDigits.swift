/// The fewest decimal digits that tell a double from its neighbours: `number · 10^exponent`.
struct DecimalDigits: Equatable {
  /// Without zeros at the end.
  let number: Int
  let exponent: Int

  /// How many digits the number has, 0 for zero.
  var count: Int { number == 0 ? 0 : String(number).count }

  /// How many digits come after the decimal point.
  var decimals: Int { max(0, -exponent) }

  /// Reads the digits of the magnitude of `value`, which must be finite.
  init(_ value: Double) { self.init(text: "\(value.magnitude)") }

  /// Reads digits as Swift prints them: `123.5`, `1e-07`, `1.5e+20`.
  init(text: String) {
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var number = Int(mantissa[0] + fraction) ?? 0
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    while number != 0 && number % 10 == 0 { (number, exponent) = (number / 10, exponent + 1) }
    (self.number, self.exponent) = number == 0 ? (0, 0) : (number, exponent)
  }
}
