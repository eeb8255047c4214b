/// The exact decimal digits of a finite double: every binary fraction ends in decimal, too.
///
/// Rounding starts from these digits, so a figure is rounded once and correctly, whatever the
/// C library or the locale.
struct DecimalExpansion {
  /// Digits from the most significant on; none for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the decimal point; negative when zeros follow it.
  private(set) var pointPosition: Int

  /// Expands the magnitude of `value`, which must be finite.
  init(magnitudeOf value: Double) {
    let isSubnormal = value.exponentBitPattern == 0
    var significand = value.significandBitPattern
    if !isSubnormal { significand |= 1 << 52 }
    var exponent = isSubnormal ? -1074 : Int(value.exponentBitPattern) - 1075
    guard significand != 0 else {
      (digits, pointPosition) = ([], 0)
      return
    }
    let trailingZeros = significand.trailingZeroBitCount
    significand >>= UInt64(trailingZeros)
    exponent += trailingZeros
    // m · 2^-k = m · 5^k / 10^k: an integer and a shift of the point.
    var integer = DecimalInteger(significand)
    integer.multiply(by: exponent < 0 ? 5 : 2, power: abs(exponent))
    digits = integer.digits
    pointPosition = digits.count + min(exponent, 0)
  }

  /// Multiplies by 10ⁿ, exactly.
  mutating func multiply(byPowerOfTen power: Int) {
    if !digits.isEmpty { pointPosition += power }
  }

  /// Keeps `count` digits after the decimal point (before it when negative), rounded to the
  /// nearest; a tie goes to the even digit, as in C, Python and IEEE 754.
  mutating func round(toDecimals count: Int) {
    let kept = pointPosition + count
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      (digits, pointPosition) = ([], 0)
      return
    }
    let dropped = digits[kept...]
    let isAboveHalf =
      dropped[kept] > 5 || (dropped[kept] == 5 && dropped.dropFirst().contains { $0 > 0 })
    let isTie = dropped[kept] == 5 && !isAboveHalf
    let lastIsOdd = kept > 0 && digits[kept - 1] % 2 == 1
    digits.removeSubrange(kept...)
    if isAboveHalf || (isTie && lastIsOdd) { increment() }
    if digits.isEmpty { pointPosition = 0 }
  }

  /// Adds one to the last digit kept.
  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 && digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      pointPosition += 1
    }
  }

  /// The digits written out with exactly `decimals` digits after the point.
  func text(decimals: Int) -> String {
    let digitAt = { (position: Int) -> Character in
      let index = position + pointPosition
      let digit = digits.indices.contains(index) ? digits[index] : 0
      return Character(Unicode.Scalar(UInt8(ascii: "0") + digit))
    }
    let whole = pointPosition > 0 ? String((-pointPosition..<0).map(digitAt)) : "0"
    return decimals > 0 ? whole + "." + String((0..<decimals).map(digitAt)) : whole
  }
}

/// A non-negative integer of any size in limbs of nine decimal digits, least significant first.
private struct DecimalInteger {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % DecimalInteger.base))
      rest /= DecimalInteger.base
    }
  }

  mutating func multiply(by factor: UInt64, power: Int) {
    // 5^13 and 2^30 still fit in a limb's 32 bits; fewer passes over the limbs.
    let step = factor == 5 ? 13 : 30
    let large = (0..<step).reduce(UInt64(1)) { product, _ in product * factor }
    for _ in 0..<(power / step) { multiply(by: large) }
    for _ in 0..<(power % step) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % DecimalInteger.base)
      carry = product / DecimalInteger.base
    }
    while carry > 0 {
      limbs.append(UInt32(carry % DecimalInteger.base))
      carry /= DecimalInteger.base
    }
  }

  var digits: [UInt8] {
    var output: [UInt8] = []
    for limb in limbs.reversed() {
      var divisor: UInt32 = 100_000_000
      while divisor > 0 {
        let digit = UInt8(limb / divisor % 10)
        if digit > 0 || !output.isEmpty { output.append(digit) }
        divisor /= 10
      }
    }
    return output
  }
}
