/// RFC 4648's base 64, as the embedded data is written.
enum Base64 {
  /// The bytes that `text` stands for; line breaks are ignored, `=` ends the data.
  ///
  /// - Returns: nil when there is any other character.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let values = table
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var bitCount = 0
    for character in text where character != UInt8(ascii: "\n") {
      if character == UInt8(ascii: "=") { break }
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    return bytes
  }

  /// For each byte the value of that character, 255 for none.
  private static var table: [UInt8] {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    var table = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.utf8.enumerated() { table[Int(character)] = UInt8(value) }
    return table
  }
}
