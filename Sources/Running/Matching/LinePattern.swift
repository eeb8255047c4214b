/// One line of an expected output.
struct LinePattern {
  fileprivate enum Element {
    case byte(UInt8)
    case number(Double)
    case anything
  }

  /// The line `...`: any lines.
  let isAnyLines: Bool
  private let text: String
  private let elements: [Element]
  private let tolerance: Double?
  /// Neither wildcards nor numbers to compare as numbers.
  private let isPlain: Bool

  private static let wildcard = Array("[..]".utf8)

  init(_ line: String, tolerance: Double?) {
    text = line
    self.tolerance = tolerance
    isAnyLines = line == "..."
    let bytes = Array(line.utf8)
    elements = Self.elements(of: bytes, readingNumbers: tolerance != nil)
    isPlain = elements.allSatisfy { if case .byte = $0 { true } else { false } }
  }

  private static func elements(of bytes: [UInt8], readingNumbers: Bool) -> [Element] {
    let scanner = NumberScanner(bytes)
    var elements: [Element] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: wildcard) {
        elements.append(.anything)
        index += wildcard.count
      } else if readingNumbers, let number = scanner.number(at: index),
        !touchesWildcard(bytes, index, index + number.length)
      {
        elements.append(.number(number.value))
        index += number.length
      } else {
        elements.append(.byte(bytes[index]))
        index += 1
      }
    }
    return elements
  }

  /// In `0.12[..]` the digits are the beginning of a number, not a number.
  private static func touchesWildcard(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    bytes[end...].starts(with: wildcard) || bytes[..<start].suffix(wildcard.count) == wildcard[...]
  }

  func matches(_ line: String) -> Bool {
    if line.utf8.elementsEqual(text.utf8), !elements.contains(where: \.isNaN) { return true }
    if isPlain { return false }
    let bytes = Array(line.utf8)
    let scanner = NumberScanner(bytes)
    return Wildcards.matches(count: elements.count, length: bytes.count) { index in
      if case .anything = elements[index] { true } else { false }
    } advance: { index, place in
      switch elements[index] {
      case .byte(let byte): bytes[place] == byte ? 1 : nil
      case .number(let expected):
        scanner.number(at: place).flatMap { isClose($0.value, to: expected) ? $0.length : nil }
      case .anything: nil
      }
    }
  }

  private func isClose(_ value: Double, to expected: Double) -> Bool {
    // Without the test every number would be close to infinity.
    value == expected
      || expected.isFinite && abs(value - expected) <= (tolerance ?? 0) * abs(expected)
  }
}

extension LinePattern.Element {
  fileprivate var isNaN: Bool { if case .number(let value) = self { value.isNaN } else { false } }
}
