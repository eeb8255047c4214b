/// Finds numbers in a line of output.
///
/// A number is digits with an optional sign (`-`, `+`, `−`), decimal point and exponent, or one
/// of `inf`, `infinity`, `nan` in any case. Digits that follow a letter, a digit or `_` belong
/// to a word (`user12`, `15x15`); a sign that follows one is text (`3-4`). A comma ends a
/// number: `1,234` is two.
struct NumberScanner {
  struct Number: Equatable {
    var value: Double
    /// In bytes.
    var length: Int
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number that begins at byte `start`.
  func number(at start: Int) -> Number? {
    if start > 0, isWord(start - 1) { return nil }
    // A digit after a point is the rest of a version or a number that began before.
    if start > 1, at(start - 1) == UInt8(ascii: "."), isDigit(start - 2) { return nil }
    var index = start
    var sign = 1.0
    if at(index) == UInt8(ascii: "-") {
      (sign, index) = (-1, index + 1)
    } else if at(index) == UInt8(ascii: "+") {
      index += 1
    } else if bytes[index...].starts(with: "\u{2212}".utf8) {
      (sign, index) = (-1, index + "\u{2212}".utf8.count)
    } else if start > 0, isSign(before: start) {
      return nil
    }
    guard let magnitude = magnitude(at: index) else { return nil }
    return Number(value: sign * magnitude.value, length: index + magnitude.length - start)
  }

  /// A number whose sign was there to be read has been read from its sign on.
  private func isSign(before start: Int) -> Bool {
    let minus = Array("\u{2212}".utf8)
    if [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[start - 1]) {
      return start < 2 || !isWord(start - 2)
    }
    guard start >= minus.count, Array(bytes[(start - minus.count)..<start]) == minus else {
      return false
    }
    return start == minus.count || !isWord(start - minus.count - 1)
  }

  private func magnitude(at start: Int) -> Number? {
    if let word = word(at: start) { return word }
    var index = start
    while isDigit(index) { index += 1 }
    if index == start { return nil }
    if at(index) == UInt8(ascii: "."), isDigit(index + 1) {
      index += 1
      while isDigit(index) { index += 1 }
    }
    index = endOfExponent(at: index)
    guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      return nil
    }
    return Number(value: value, length: index - start)
  }

  private func endOfExponent(at start: Int) -> Int {
    guard at(start) == UInt8(ascii: "e") || at(start) == UInt8(ascii: "E") else { return start }
    var index = start + 1
    if at(index) == UInt8(ascii: "-") || at(index) == UInt8(ascii: "+") { index += 1 }
    if !isDigit(index) { return start }
    while isDigit(index) { index += 1 }
    return index
  }

  private func word(at start: Int) -> Number? {
    for (word, value) in [("infinity", Double.infinity), ("inf", .infinity), ("nan", .nan)] {
      let end = start + word.utf8.count
      guard end <= bytes.count, !isWord(end) else { continue }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if text.lowercased() == word { return Number(value: value, length: word.utf8.count) }
    }
    return nil
  }

  private func at(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func isDigit(_ index: Int) -> Bool {
    at(index).map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private func isWord(_ index: Int) -> Bool {
    guard let byte = at(index) else { return false }
    let scalar = Unicode.Scalar(byte)
    return isDigit(index) || scalar == "_" || ("a"..."z").contains(scalar)
      || ("A"..."Z").contains(scalar)
  }
}
