/// Blanks at the ends of a field, a name or an identifier are no part of it, whether it is in
/// quotes or not: `1, 31 ,"Up "` and `1,31,Up` say the same.
///
/// Blanks are the white space of Unicode in UTF-8 (the no-break space that spreadsheets leave is
/// one), the zero-width space and the byte-order mark.
enum Blanks {
  /// The range without the blanks at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound, end = range.upperBound
    while let length = lengthOfBlank(bytes, from: start, to: end) { start += length }
    while let length = lengthOfBlank(bytes, before: end, downTo: start) { end -= length }
    return start..<end
  }

  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let range = trimmed(bytes, bytes.indices)
    return range.count == bytes.count ? text : String(decoding: bytes[range], as: UTF8.self)
  }

  /// How many bytes the blank has that starts at `start`; nil when there is none.
  static func lengthOfBlank(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    // Nearly every field begins and ends with such a letter or digit.
    guard start < end, !(0x21...0x7F).contains(bytes[start]) else { return nil }
    return (1...3).first { start + $0 <= end && isBlank(bytes[start..<start + $0]) }
  }

  private static func lengthOfBlank(
    _ bytes: [UInt8], before end: Int, downTo start: Int
  ) -> Int? {
    guard start < end, !(0x21...0x7F).contains(bytes[end - 1]) else { return nil }
    return (1...3).first { end - $0 >= start && isBlank(bytes[end - $0..<end]) }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes[bytes.startIndex]
    if bytes.count == 1 { return first == 0x20 || (0x09...0x0D).contains(first) }
    let last = bytes[bytes.endIndex - 1]
    if bytes.count == 2 { return first == 0xC2 && (last == 0x85 || last == 0xA0) }
    switch (first, bytes[bytes.startIndex + 1], last) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return true
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): return true
    default: return false
    }
  }
}
