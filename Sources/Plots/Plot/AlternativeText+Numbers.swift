import Display

extension AlternativeText {
  /// Three digits, but all of those in front of the point and one behind it.
  static func number(_ value: Double) -> String { number(value, digits: 3) }

  /// Both ends of a range with so many digits that they can be told apart.
  static func numbers(_ first: Double, _ last: Double) -> (first: String, last: String) {
    for digits in 3..<17 {
      let texts = (number(first, digits: digits), number(last, digits: digits))
      if texts.0 != texts.1 || first == last { return texts }
    }
    return ("\(first)", "\(last)")
  }

  static func number(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return NumberFormat.shortest.text(of: value) }
    let magnitude = value.magnitude
    if value == value.rounded() && magnitude < 1e15 {
      return format(value, decimals: 0, grouped: magnitude >= 10_000)
    }
    if (1000..<1e15).contains(magnitude) {
      return trimmed(format(value, decimals: digits - 2, grouped: magnitude >= 10_000))
    }
    let text = format(value, significantDigits: digits)
    if !text.contains("e") { return trimmed(text) }
    let parts = text.split(separator: "e")
    return trimmed(String(parts[0])) + "e" + parts[1]
  }

  /// The text without zeros at the end of its decimals.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    return text.last == "." ? String(text.dropLast()) : text
  }
}
