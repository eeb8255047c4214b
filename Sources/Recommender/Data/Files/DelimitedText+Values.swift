extension DelimitedText {
  /// The field's text without the blanks around it, with doubled quotes undone.
  ///
  /// - Throws: ``DataFileError`` when the bytes are not UTF-8.
  func text(_ field: Field) throws -> String {
    guard let text = String(validating: content(field), as: UTF8.self) else {
      throw error(
        "this field is not UTF-8 text; save the file as UTF-8", at: field.range.lowerBound)
    }
    return text
  }

  /// The field's text in ISO 8859-1, where each byte is the character of that number, without the
  /// blanks around it.
  func latin1Text(_ field: Field) -> String {
    var text = String.UnicodeScalarView()
    for byte in content(field) { text.append(Unicode.Scalar(byte)) }
    return Blanks.trimmed(String(text))
  }

  /// The field's range without the blanks around it.
  func trimmed(_ field: Field) -> Range<Int> { Blanks.trimmed(bytes, field.range) }

  private func content(_ field: Field) -> [UInt8] {
    let range = trimmed(field)
    guard field.hasDoubledQuotes else { return Array(bytes[range]) }
    var content: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      content.append(bytes[offset])
      offset += bytes[offset] == .quote ? 2 : 1
    }
    return content
  }
}
