import Foundation

/// MD5 of a stream of bytes (RFC 1321). It tells a damaged download, as publishers of data use it,
/// and nothing about who made the bytes.
struct MD5 {
  private var state: (UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476
  )
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  mutating func update(_ data: Data) {
    count &+= UInt64(data.count)
    pending.append(contentsOf: data)
    let whole = pending.count / 64 * 64
    pending.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: whole, by: 64) { add(bytes, at: start) }
    }
    pending.removeFirst(whole)
  }

  /// 32 hexadecimal digits.
  var hexadecimal: String {
    var last = self
    let bits = count &* 8
    last.update(Data([0x80]))
    last.update(Data(count: (120 - last.pending.count) % 64))
    last.update(withUnsafeBytes(of: bits.littleEndian) { Data($0) })
    let words = [last.state.0, last.state.1, last.state.2, last.state.3]
    return words.flatMap { withUnsafeBytes(of: $0.littleEndian) { Array($0) } }
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private mutating func add(_ block: UnsafeRawBufferPointer, at start: Int) {
    var (a, b, c, d) = state
    for step in 0..<64 {
      let mixed: UInt32
      let word: Int
      switch step >> 4 {
      case 0: (mixed, word) = ((b & c) | (~b & d), step)
      case 1: (mixed, word) = ((d & b) | (~d & c), 5 &* step &+ 1)
      case 2: (mixed, word) = (b ^ c ^ d, 3 &* step &+ 5)
      default: (mixed, word) = (c ^ (b | ~d), 7 &* step)
      }
      let value = UInt32(
        littleEndian: block.loadUnaligned(
          fromByteOffset: start &+ (word & 15) &* 4, as: UInt32.self))
      let sum = a &+ mixed &+ Self.sines[step] &+ value
      let turn = Self.turns[step >> 4][step & 3]
      (a, b, c, d) = (d, b &+ (sum << turn | sum >> (32 &- turn)), b, c)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
  }

  private static let turns: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  /// The first 32 bits of the fraction of |sin(n)|, n from 1 to 64.
  private static let sines: [UInt32] = [
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a,
    0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be,
    0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
    0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
    0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
    0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
    0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
    0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
    0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
  ]
}
