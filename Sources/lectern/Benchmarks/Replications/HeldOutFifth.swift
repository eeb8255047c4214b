import Recommender

/// A random fifth of some rows by a rule that any language can follow, so that the same seed holds
/// out the same ratings in ours and in other programs.
///
/// Row r gets the number mix(seed · 2³² + r); the fifth of the rows with the smallest numbers is
/// held out. `mix` is SplitMix64's output function (G. Steele, D. Lea, C. Flood, *Fast splittable
/// pseudorandom number generators*, 2014).
enum HeldOutFifth {
  static func split(_ ratings: Ratings, seed: Int) -> Split {
    let numbers = (0..<ratings.count).map { mix(UInt64(seed) << 32 &+ UInt64($0)) }
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    let heldOut = Set(order.prefix(ratings.count / 5))
    let rows = Array(0..<ratings.count)
    return Split(
      training: ratings.rows(at: rows.filter { !heldOut.contains($0) }),
      validation: ratings.rows(at: rows.filter(heldOut.contains)))
  }

  static func mix(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
