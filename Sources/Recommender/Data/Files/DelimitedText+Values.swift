extension DelimitedText {
  /// The field's text, with doubled quotes undone.
  ///
  /// - Throws: ``DataFileError`` when the bytes are not UTF-8.
  func text(_ field: Field) throws -> String {
    guard let text = String(validating: content(field), as: UTF8.self) else {
      throw error("this field is not UTF-8 text", at: field.range.lowerBound)
    }
    return text
  }

  /// The field's text in ISO 8859-1, where each byte is the character of that number.
  func latin1Text(_ field: Field) -> String {
    var text = String.UnicodeScalarView()
    for byte in content(field) { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  /// A whole number; blanks around it are ignored.
  ///
  /// - Throws: ``DataFileError`` when the field is not one, or not within 64 bits.
  func integer(_ field: Field, _ name: String) throws -> Int64 {
    guard let number = wholeNumber(field) else {
      throw error("the \(name) should be a whole number", at: field.range.lowerBound)
    }
    return number
  }

  /// A number, as Float; blanks around it are ignored.
  ///
  /// - Throws: ``DataFileError`` when the field is not a number or not finite.
  func number(_ field: Field, _ name: String) throws -> Float {
    let digits = trimmed(field)
    let value = shortDecimal(digits) ?? Double(String(decoding: bytes[digits], as: UTF8.self))
    guard let value else {
      throw error("the \(name) should be a number", at: field.range.lowerBound)
    }
    guard Float(value).isFinite else {
      throw error("the \(name) should be a finite number", at: field.range.lowerBound)
    }
    return Float(value)
  }

  /// The whole number in the field, or nil. Written as Swift writes it: `007` and `+7` are
  /// other identifiers than `7`.
  func wholeNumber(_ field: Field) -> Int64? {
    let range = trimmed(field)
    let isNegative = !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? range.dropFirst() : range
    guard (1...18).contains(digits.count) else { return nil }
    if bytes[digits.lowerBound] == UInt8(ascii: "0"), digits.count > 1 || isNegative { return nil }
    guard let magnitude = digitsValue(digits) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// The field's range without the blanks around it.
  func trimmed(_ field: Field) -> Range<Int> {
    var range = field.range
    while let first = range.first, bytes[first] == UInt8(ascii: " ") { range.removeFirst() }
    while let last = range.last, bytes[last] == UInt8(ascii: " ") { range.removeLast() }
    return range
  }

  private func content(_ field: Field) -> [UInt8] {
    guard field.hasDoubledQuotes else { return Array(bytes[field.range]) }
    var content: [UInt8] = []
    var offset = field.range.lowerBound
    while offset < field.range.upperBound {
      content.append(bytes[offset])
      offset += bytes[offset] == .quote ? 2 : 1
    }
    return content
  }

  /// Digits with at most one point, at most 15 digits: both the digits and the power of ten are
  /// exact as Double, so that one division gives the correctly rounded value.
  private func shortDecimal(_ range: Range<Int>) -> Double? {
    let point = bytes[range].firstIndex(of: UInt8(ascii: ".")) ?? range.upperBound
    let whole = range.lowerBound..<point
    let fraction = point == range.upperBound ? point..<point : point + 1..<range.upperBound
    guard !whole.isEmpty, whole.count + fraction.count <= 15 else { return nil }
    guard let high = digitsValue(whole), let low = digitsValue(fraction) else { return nil }
    var scale: Int64 = 1
    for _ in fraction { scale *= 10 }
    return Double(high * scale + low) / Double(scale)
  }

  /// The value of at most 18 digits; zero for none; nil for any other character.
  private func digitsValue(_ range: Range<Int>) -> Int64? {
    var value: Int64 = 0
    for offset in range {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) else { return nil }
      value = value * 10 + Int64(bytes[offset] - UInt8(ascii: "0"))
    }
    return value
  }
}
