/// A source of random numbers that gives the same ones on every machine, for ever.
///
/// A generator is a value: pass it on as `inout`, or give each part of a program its own with
/// ``split(_:)-(String)``, which does not depend on how much was drawn before.
///
/// ```swift
/// var random = RandomGenerator(seed: 42)
/// let order = random.permutation(5)
/// ```
///
/// The numbers are Philox4x32-10's (see `Philox`): the key is the seed, the upper half of the
/// counter the stream, the lower half counts blocks of four words.
public struct RandomGenerator: RandomNumberGenerator, Sendable, Equatable {
  private let seed: UInt64
  private let stream: UInt64
  private var nextBlock: UInt64 = 0
  private var words = Philox.Counter()
  private var used = 4

  /// - Parameters:
  ///   - seed: chooses the sequence.
  ///   - stream: one of 2⁶⁴ independent sequences for the same seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
  }

  /// What the numbers are computed from; kernels that draw many at once start at the first.
  var key: (seed: UInt64, stream: UInt64) { (seed, stream) }

  /// How many words were drawn.
  var position: UInt64 { nextBlock &* 4 &- UInt64(4 - used) }

  /// What a checkpoint must keep of a generator.
  var state: [UInt64] { [seed, stream, position] }

  /// The generator of a state.
  init?(state: [UInt64]) {
    guard state.count == 3 else { return nil }
    self.init(seed: state[0], stream: state[1])
    nextBlock = state[2] / 4
    for _ in 0..<state[2] % 4 { _ = nextWord() }
  }

  /// 32 random bits.
  public mutating func nextWord() -> UInt32 {
    if used == 4 {
      words = Self.block(nextBlock, stream, seed: seed)
      nextBlock &+= 1
      used = 0
    }
    defer { used += 1 }
    return words[used]
  }

  /// 64 random bits; what the standard library's `random(in:using:)` draws on.
  public mutating func next() -> UInt64 {
    let low = UInt64(nextWord())
    return low | UInt64(nextWord()) << 32
  }

  /// A generator of its own for the part of a program called `name`, whatever was drawn before.
  public func split(_ name: String) -> RandomGenerator {
    // FNV-1a; Swift's own hashes change from run to run.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return split(hash)
  }

  /// A generator of its own for each number: an epoch, a repetition.
  public func split(_ number: some BinaryInteger) -> RandomGenerator {
    // The complement keeps the counters apart from those of the numbers themselves.
    let words = Self.block(UInt64(truncatingIfNeeded: number), ~stream, seed: seed)
    return RandomGenerator(
      seed: UInt64(words[0]) | UInt64(words[1]) << 32,
      stream: UInt64(words[2]) | UInt64(words[3]) << 32)
  }

  private static func block(_ low: UInt64, _ high: UInt64, seed: UInt64) -> Philox.Counter {
    Philox.block(
      Philox.Counter(
        UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32),
        UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high >> 32)),
      key: Philox.Key(
        UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
  }
}

extension RandomGenerator {
  /// Whether both will draw the same numbers.
  public static func == (left: RandomGenerator, right: RandomGenerator) -> Bool {
    left.state == right.state
  }
}
