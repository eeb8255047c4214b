import Foundation

/// How an author has written a number.
struct FigureStyle {
  private static let minus: Character = "\u{2212}"

  private var sign = ""
  private var isGrouped = false
  private var decimals = 0
  private var hasExponent = false

  /// Nil when `written` is no number.
  init?(_ written: String) {
    guard var rest = Self.plain(written)?[...] else { return nil }
    if let first = written.first, !first.isNumber { sign = String(first) }
    isGrouped = written.contains(",")
    if let exponent = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      hasExponent = true
      rest = rest[..<exponent]
    }
    if let point = rest.firstIndex(of: ".") {
      decimals = rest.distance(from: point, to: rest.endIndex) - 1
    }
  }

  /// The number with an ASCII sign and no commas; nil when it is none.
  private static func plain(_ written: String) -> String? {
    let pattern = /[+\-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?/
    guard written.wholeMatch(of: pattern) != nil else { return nil }
    return written.replacing(",", with: "").replacing(String(minus), with: "-")
  }

  /// A number as this author would write it; nil for one that is not finite.
  ///
  /// - Parameter number: a value's digits, or the text that an author wrote.
  func text(of number: String) -> String? {
    guard let plain = Self.plain(number), let value = Double(plain), value.isFinite
    else { return nil }
    var digits = rounded(plain, value)
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    if !digits.contains(where: { ("1"..."9").contains($0) }) { return digits }
    let minus = sign == String(Self.minus) ? sign : "-"
    return (isNegative ? minus : sign == "+" ? "+" : "") + (isGrouped ? grouped(digits) : digits)
  }

  private func rounded(_ plain: String, _ value: Double) -> String {
    if hasExponent {
      let parts = String(format: "%.\(decimals)e", value).split(separator: "e")
      return "\(parts[0])e\(Int(parts[1]) ?? 0)"
    }
    // Whole numbers may be larger than a Double holds exactly.
    if plain.drop(while: { $0 == "-" || $0 == "+" }).allSatisfy(\.isNumber) {
      let digits = plain.hasPrefix("+") ? String(plain.dropFirst()) : plain
      return decimals == 0 ? digits : digits + "." + String(repeating: "0", count: decimals)
    }
    return String(format: "%.\(decimals)f", value)
  }

  private func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0.isNumber }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text + digits.dropFirst(whole.count)
  }
}
