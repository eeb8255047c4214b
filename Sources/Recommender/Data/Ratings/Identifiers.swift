/// The identifiers that a file gives its users or items, each with an index from 0 without gaps.
///
/// A file's identifiers may start anywhere and have gaps; a table of factors has rows 0, 1, 2, …
/// The indices follow the identifiers' order: numbers first, ascending, then other text,
/// ascending. They depend on which identifiers occur, not on the order of the file's lines.
public struct Identifiers: Sendable, Equatable {
  private let numbers: [Int64]
  private let texts: [String]

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
    guard (0..<count).contains(index) else {
      fatalError("there is no identifier at index \(index): the indices are 0 to \(count - 1)")
    }
    return index < numbers.count ? String(numbers[index]) : texts[index - numbers.count]
  }

  /// The index of an identifier, or nil when it does not occur.
  public func index(of identifier: Int) -> Int? {
    position(of: Int64(identifier), in: numbers)
  }

  /// The index of an identifier, or nil when it does not occur.
  public func index(of identifier: String) -> Int? {
    if let number = Int64(identifier), String(number) == identifier {
      return position(of: number, in: numbers)
    }
    return position(of: identifier, in: texts).map { $0 + numbers.count }
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
