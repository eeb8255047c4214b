/// Collects a column of identifiers and gives each row its index; see ``Identifiers``.
struct IdentifierColumn {
  /// For each row the number of its identifier, by first appearance.
  private var rows: [Int32] = []
  private var numbers: [Int64: Int32] = [:]
  private var texts: [String: Int32] = [:]

  mutating func append(number: Int64) {
    let next = Int32(numbers.count + texts.count)
    let known = numbers[number]
    if known == nil { numbers[number] = next }
    rows.append(known ?? next)
  }

  mutating func append(text: String) {
    let next = Int32(numbers.count + texts.count)
    let known = texts[text]
    if known == nil { texts[text] = next }
    rows.append(known ?? next)
  }

  /// The identifiers in their order and each row's index among them.
  func indexed() -> (identifiers: Identifiers, rows: [Int32]) {
    let sortedNumbers = numbers.keys.sorted()
    let sortedTexts = texts.keys.sorted()
    var indices = [Int32](repeating: 0, count: sortedNumbers.count + sortedTexts.count)
    let appearances = sortedNumbers.map { numbers[$0]! } + sortedTexts.map { texts[$0]! }
    for (index, appearance) in appearances.enumerated() { indices[Int(appearance)] = Int32(index) }
    let identifiers = Identifiers(numbers: sortedNumbers, texts: sortedTexts)
    return (identifiers, rows.map { indices[Int($0)] })
  }
}

extension IdentifierColumn {
  /// Appends a field: as a number where it is one, otherwise as text.
  mutating func append(_ field: DelimitedText.Field, of file: DelimitedText) throws {
    if let number = file.wholeNumber(field) {
      append(number: number)
      return
    }
    guard !file.trimmed(field).isEmpty else {
      throw file.error("there is no identifier in this field", at: field.range.lowerBound)
    }
    append(text: try file.text(field))
  }
}
