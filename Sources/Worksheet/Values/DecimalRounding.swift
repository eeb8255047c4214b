import Display

/// How ROUND, ROUNDUP and ROUNDDOWN treat the digits that go.
enum DecimalRounding {
  case nearest, awayFromZero, towardZero

  /// `number` with `digits` digits after the point, before it when negative.
  ///
  /// As in Excel and LibreOffice the 15 digits that one sees are rounded, half away from zero:
  /// 2.675 becomes 2.68, although the double is a little below it.
  func rounded(_ number: Double, digits: Int) -> Double {
    var decimal = FifteenDigitDecimal(number)
    guard number != 0, digits < 15 - decimal.exponent else { return number }
    decimal.round(toDecimals: digits, self)
    return number < 0 ? -decimal.value : decimal.value
  }
}

/// The magnitude of a number as 0.d₁d₂…d₁₅ · 10^exponent.
private struct FifteenDigitDecimal {
  var digits: [UInt8]
  var exponent: Int

  init(_ number: Double) {
    let text = NumberFormat.significantDigits(15).text(of: number.magnitude)
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let all = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
    let zeros = all.prefix { $0 == 0 }.count
    digits = Array(all[zeros...])
    exponent = mantissa[0].utf8.count - zeros + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }

  mutating func round(toDecimals count: Int, _ rounding: DecimalRounding) {
    let kept = exponent + count
    guard kept < digits.count else { return }
    let dropped = kept < 0 ? digits[...] : digits[kept...]
    let goesUp =
      switch rounding {
      case .nearest: kept >= 0 && dropped.first! >= 5
      case .awayFromZero: dropped.contains { $0 > 0 }
      case .towardZero: false
      }
    digits = Array(digits.prefix(max(kept, 0)))
    if goesUp { addOne(atDecimal: count) }
  }

  private mutating func addOne(atDecimal count: Int) {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else if digits.isEmpty {
      (digits, exponent) = ([1], 1 - count)
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  var value: Double {
    let text = digits.map(String.init).joined()
    return text.isEmpty ? 0 : Double("0.\(text)e\(exponent)") ?? .nan
  }
}
