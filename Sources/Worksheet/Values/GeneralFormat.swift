import Display

/// Numbers in cells without a format of their own: up to ten significant digits and no zeros at
/// the end, so that 0.1 + 0.2 shows as 0.3.
func generalText(of number: Double) -> String {
  let text = NumberFormat.significantDigits(10).text(of: number)
  let parts = text.split(separator: "e", maxSplits: 1)
  var mantissa = parts[0]
  if mantissa.contains(".") {
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
  }
  return parts.count > 1 ? "\(mantissa)e\(parts[1])" : String(mantissa)
}
