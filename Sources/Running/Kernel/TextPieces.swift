/// Makes text of bytes that come in pieces: a character cut between two of them waits for its
/// rest.
struct TextPieces {
  private var pending: [UInt8] = []

  /// The text that `bytes` completes.
  mutating func append(_ bytes: ArraySlice<UInt8>) -> String {
    pending += bytes
    let complete = pending.count - Self.unfinishedTail(of: pending)
    defer { pending.removeFirst(complete) }
    return String(decoding: pending[..<complete], as: UTF8.self)
  }

  /// How many bytes at the end begin a character without ending it.
  private static func unfinishedTail(of bytes: [UInt8]) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() {
      let isContinuation = byte & 0xC0 == 0x80
      if isContinuation { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return index + 1 < length ? index + 1 : 0
    }
    return 0
  }
}
