extension DelimitedText {
  /// A whole number: a sign if need be, and digits.
  ///
  /// - Throws: ``DataFileError`` when the field is not one, or not within 64 bits.
  func integer(_ field: Field, _ name: String) throws -> Int64 {
    let (sign, digits) = signAndDigits(field)
    let number = DecimalText.integer(bytes[digits], isNegative: sign == UInt8(ascii: "-"))
    guard let number else {
      throw error("the \(name) should be a whole number", at: field.range.lowerBound)
    }
    return number
  }

  /// A decimal number: a sign if need be, digits with at most one point, an exponent if need be
  /// (`4`, `-3.5`, `.5`, `1e3`). It becomes the nearest Float.
  ///
  /// Other forms that Swift or C would read (`0x10`, `nan`, `inf`, `1_000`) are faults: they are
  /// seldom meant.
  ///
  /// - Throws: ``DataFileError`` when the field is not a number or not finite.
  func number(_ field: Field, _ name: String) throws -> Float {
    let (sign, digits) = signAndDigits(field)
    if sign == nil, let value = DecimalText.short(bytes[digits]) { return value }
    guard DecimalText.isNumber(bytes[digits]),
      let value = Float(String(decoding: bytes[trimmed(field)], as: UTF8.self))
    else {
      throw error("the \(name) should be a number", at: field.range.lowerBound)
    }
    guard value.isFinite else {
      throw error("the \(name) should be a finite number", at: field.range.lowerBound)
    }
    return value
  }

  /// A rating.
  ///
  /// - Parameter scale: the smallest and the largest that there can be; nil: any.
  /// - Throws: ``DataFileError`` when the field is not a finite number on the scale.
  func rating(_ field: Field, scale: ClosedRange<Float>?) throws -> Float {
    let value = try number(field, "rating")
    guard let scale, !scale.contains(value) else { return value }
    let ends = [scale.lowerBound, scale.upperBound].map {
      $0.description.hasSuffix(".0")
        ? String($0.description.dropLast(2)) : $0.description
    }
    let text = String(decoding: bytes[trimmed(field)], as: UTF8.self).prefix(40)
    throw error(
      "the rating is \(text) and should be from \(ends[0]) to \(ends[1])",
      at: field.range.lowerBound)
  }

  private func signAndDigits(_ field: Field) -> (sign: UInt8?, digits: Range<Int>) {
    let range = trimmed(field)
    guard let first = range.first, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[first])
    else { return (nil, range) }
    return (bytes[first], range.dropFirst())
  }
}

/// Numbers as people write them: decimal digits of ASCII.
enum DecimalText {
  /// The value of at least one digit and nothing else; nil where it is beyond 64 bits.
  static func integer(_ digits: ArraySlice<UInt8>, isNegative: Bool) -> Int64? {
    if digits.isEmpty { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard isDigit(byte) else { return nil }
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isBeyond) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if isTooLarge || isBeyond { return nil }
      value = sum
    }
    return value
  }

  /// Whether this is digits with at most one point, and an exponent if need be.
  static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == 0x65 }
    let mantissa = parts[0]
    let digits = mantissa.count(where: isDigit)
    guard digits > 0, digits + mantissa.count(where: { $0 == .point }) == mantissa.count,
      mantissa.count - digits <= 1
    else { return false }
    guard parts.count == 2 else { return true }
    let isSigned = parts[1].first == UInt8(ascii: "-") || parts[1].first == UInt8(ascii: "+")
    let exponent = isSigned ? parts[1].dropFirst() : parts[1]
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
  }

  /// The value of at most seven digits with at most one point between them, nil for anything
  /// else. Both the digits and the power of ten are exact as Float, so that one division gives the
  /// correctly rounded value.
  static func short(_ text: ArraySlice<UInt8>) -> Float? {
    guard (1...8).contains(text.count), text.first != .point else { return nil }
    var value: Int32 = 0, scale: Int32 = 1, digits = 0
    var isFraction = false
    for byte in text {
      if byte == .point && !isFraction {
        isFraction = true
        continue
      }
      guard isDigit(byte) else { return nil }
      digits += 1
      value = value * 10 + Int32(byte - UInt8(ascii: "0"))
      if isFraction { scale *= 10 }
    }
    return digits <= 7 ? Float(value) / Float(scale) : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension UInt8 {
  static let point = UInt8(ascii: ".")
}
