/// The identifiers that a file gives its users or items, each with an index from 0 without gaps.
///
/// A file's identifiers may start anywhere and have gaps; a table of factors has rows 0, 1, 2, …
/// The indices follow the identifiers' order: numbers first, ascending, then other text,
/// ascending. They depend on which identifiers occur, not on the order of the file's lines.
///
/// A number is a whole number within 64 bits as Swift writes it. Everything else is text: `007`
/// and `+7` are other identifiers than `7`, and a number with more digits keeps all of them.
/// Blanks around an identifier are no part of it.
public struct Identifiers: Sendable, Equatable {
  private let numbers: [Int64]
  private let texts: [String]

  /// One identifier, as reading and looking up tell numbers from text.
  enum Identifier: Equatable {
    case number(Int64)
    case text(String)

    init(_ written: String) {
      let text = Blanks.trimmed(written)
      self = Identifiers.number(Array(text.utf8)[...]).map { .number($0) } ?? .text(text)
    }
  }

  /// - Parameters:
  ///   - numbers: ascending, each once.
  ///   - texts: ascending, each once, none a whole number.
  init(numbers: [Int64], texts: [String] = []) {
    self.numbers = numbers
    self.texts = texts
  }

  /// How many there are.
  public var count: Int { numbers.count + texts.count }

  /// The identifier of an index from 0 to `count` - 1, as the file writes it.
  public subscript(index: Int) -> String {
    checkIndex(index, "identifier at index", "indices", count: count)
    return index < numbers.count ? String(numbers[index]) : texts[index - numbers.count]
  }

  /// The index of an identifier, or nil when it does not occur.
  public func index(of identifier: some BinaryInteger) -> Int? { index(of: String(identifier)) }

  /// The index of an identifier, or nil when it does not occur.
  public func index(of identifier: String) -> Int? { index(of: Identifier(identifier)) }

  func index(of identifier: Identifier) -> Int? {
    switch identifier {
    case .number(let number): position(of: number, in: numbers)
    case .text(let text): position(of: text, in: texts).map { $0 + numbers.count }
    }
  }

  /// The identifiers of some indices, which are ascending.
  func subset(_ indices: [Int]) -> Identifiers {
    Identifiers(
      numbers: indices.filter { $0 < numbers.count }.map { numbers[$0] },
      texts: indices.filter { $0 >= numbers.count }.map { texts[$0 - numbers.count] })
  }

  /// The number that an identifier without blanks is, nil for text.
  static func number(_ identifier: ArraySlice<UInt8>) -> Int64? {
    let isNegative = identifier.first == UInt8(ascii: "-")
    let digits = isNegative ? identifier.dropFirst() : identifier
    if digits.first == UInt8(ascii: "0") && (digits.count > 1 || isNegative) { return nil }
    return DecimalText.integer(digits, isNegative: isNegative)
  }

  private func position<Value: Comparable>(of value: Value, in sorted: [Value]) -> Int? {
    var low = 0, high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value ? low : nil
  }
}
