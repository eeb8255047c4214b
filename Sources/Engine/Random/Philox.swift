/// The counter-based generator Philox4x32-10: a counter of four words is enciphered with a key
/// of two, and the result is as good as random. Any part of a stream can be had directly.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
enum Philox {
  typealias Counter = SIMD4<UInt32>
  typealias Key = SIMD2<UInt32>

  /// Four random words for each pair of counter and key.
  static func block(_ counter: Counter, key: Key) -> Counter {
    var words = counter
    var key = key
    for round in 0..<10 {
      if round > 0 { key &+= weyl }
      let even = UInt64(words[0]) &* 0xD251_1F53
      let odd = UInt64(words[2]) &* 0xCD9E_8D57
      words = Counter(
        UInt32(truncatingIfNeeded: odd >> 32) ^ words[1] ^ key[0],
        UInt32(truncatingIfNeeded: odd),
        UInt32(truncatingIfNeeded: even >> 32) ^ words[3] ^ key[1],
        UInt32(truncatingIfNeeded: even))
    }
    return words
  }

  /// What the key grows by in each round: the golden ratio and the square root of 3, less 1.
  private static let weyl = Key(0x9E37_79B9, 0xBB67_AE85)
}
