/// Reads the JSON of a `safetensors` header: objects, strings, and arrays of whole numbers.
///
/// What the format does not use, such as deeper nesting, is an error, so there is no recursion that
/// a hostile file could drive.
struct HeaderScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// An object; `member` must read the value of each key.
  mutating func object(
    _ member: (_ key: String, _ scanner: inout HeaderScanner) throws -> Void
  ) throws {
    try expect("{")
    if skip("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try member(key, &self)
    } while skip(",")
    try expect("}")
  }

  /// An array of whole numbers, none negative.
  mutating func integers() throws -> [Int] {
    try expect("[")
    if skip("]") { return [] }
    var numbers: [Int] = []
    repeat { numbers.append(try integer()) } while skip(",")
    try expect("]")
    return numbers
  }

  mutating func string() throws -> String {
    try expect("\"")
    var content: [UInt8] = []
    while true {
      guard let byte = next() else { throw malformed("a string that does not end") }
      if byte == UInt8(ascii: "\"") { break }
      if byte < 0x20 { throw malformed("a control character in a string") }
      if byte == UInt8(ascii: "\\") { content += try escape() } else { content.append(byte) }
    }
    guard let string = String(validating: content, as: UTF8.self) else {
      throw malformed("a string that is not UTF-8")
    }
    return string
  }

  /// Nothing but blanks may follow.
  mutating func end() throws {
    skipBlanks()
    if position < bytes.endIndex { throw malformed("something behind the end") }
  }

  private mutating func integer() throws -> Int {
    skipBlanks()
    let start = position
    while position < bytes.endIndex,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Int(digits), digits == "0" || !digits.hasPrefix("0") else {
      throw malformed("no whole number from 0 to 2⁶³ − 1")
    }
    return number
  }

  /// What stands behind a backslash, as UTF-8.
  private mutating func escape() throws -> [UInt8] {
    guard let byte = next() else { throw malformed("an escape that does not end") }
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return [byte]
    case "b": return [0x08]
    case "f": return [0x0c]
    case "n": return [0x0a]
    case "r": return [0x0d]
    case "t": return [0x09]
    case "u":
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]), next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u")
      {
        units.append(try hexadecimal())
      }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw malformed("half of a surrogate pair")
      }
      return Array(text.utf8)
    default: throw malformed("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw malformed("no four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.endIndex else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    if !skip(scalar) { throw malformed("no “\(scalar)” where there must be one") }
  }

  private func malformed(_ what: String) -> MalformedFile {
    MalformedFile("the header has \(what), at byte \(position - bytes.startIndex)")
  }
}
