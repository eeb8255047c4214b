/// Collects a column of identifiers and gives each row its index; see ``Identifiers``.
struct IdentifierColumn {
  /// For each row the number of its identifier, by first appearance.
  private var rows: [Int32] = []
  private var numbers: [Int64: Int32] = [:]
  private var texts: [String: Int32] = [:]
  private var last: Identifiers.Identifier?

  mutating func append(_ identifier: Identifiers.Identifier) {
    // Files are mostly sorted by user: the same as in the row before is looked up no second time.
    if identifier == last, let row = rows.last {
      rows.append(row)
      return
    }
    last = identifier
    let next = Int32(numbers.count + texts.count)
    switch identifier {
    case .number(let number): rows.append(Self.enter(number, next, in: &numbers))
    case .text(let text): rows.append(Self.enter(text, next, in: &texts))
    }
  }

  private static func enter<Key>(
    _ key: Key, _ next: Int32, in known: inout [Key: Int32]
  ) -> Int32 {
    if let row = known[key] { return row }
    known[key] = next
    return next
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

extension DelimitedText {
  /// - Throws: ``DataFileError`` when the field is empty or not UTF-8.
  func identifier(_ field: Field) throws -> Identifiers.Identifier {
    let range = trimmed(field)
    if let number = Identifiers.number(bytes[range]) { return .number(number) }
    guard !range.isEmpty else {
      throw error("there is no identifier in this field", at: field.range.lowerBound)
    }
    return .text(try text(field))
  }
}
