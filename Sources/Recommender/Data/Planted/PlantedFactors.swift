import Engine

/// Made-up ratings of which the right answer is known: dot products of planted factors, plus noise.
///
///     rating = u · m + noise,  u and m normal so that u · m has the standard deviation 1
///
/// For tests and for `lectern bench out-of-memory`.
package struct PlantedFactors: Sendable {
  package let userCount: Int, itemCount: Int, rank: Int
  /// The standard deviation of the noise, below which no model's error falls on unseen ratings.
  package let noise: Float
  /// `[users, rank]` and `[items, rank]`.
  package let users: Tensor, items: Tensor
  private let random: RandomGenerator

  package init(userCount: Int, itemCount: Int, rank: Int, noise: Float, seed: UInt64) {
    (self.userCount, self.itemCount, self.rank, self.noise) = (userCount, itemCount, rank, noise)
    random = RandomGenerator(seed: seed)
    // The sum of `rank` products of two numbers has the variance rank · deviation⁴.
    let deviation = (1 / Float(rank)).squareRoot().squareRoot()
    var (ofUsers, ofItems) = (random.split("users"), random.split("items"))
    users = .normal([userCount, rank], using: &ofUsers) * deviation
    items = .normal([itemCount, rank], using: &ofItems) * deviation
  }

  /// So many ratings of random items by random users, made as they are asked for.
  ///
  /// - Parameter name: of the set; sets of other names are independent of it.
  package func ratings(_ count: Int, _ name: String) -> some Sequence<Rating> {
    var random = random.split(name)
    let factors = (users: users.scalars, items: items.scalars)
    return sequence(state: 0) { (made: inout Int) -> Rating? in
      if made == count { return nil }
      made += 1
      return rating(of: factors, using: &random)
    }
  }

  private func rating(
    of factors: (users: [Float], items: [Float]), using random: inout RandomGenerator
  ) -> Rating {
    let user = random.integer(below: userCount), item = random.integer(below: itemCount)
    var value = random.normal(standardDeviation: noise)
    for index in 0..<rank {
      value += factors.users[user * rank + index] * factors.items[item * rank + index]
    }
    return Rating(user: user, item: item, value: value)
  }

  /// How far the learned factors' columns are from spanning the planted ones' space: the sines of
  /// the principal angles, largest first; 0 when both span the same. The factors themselves are
  /// determined only up to an invertible matrix, of which the space is free.
  ///
  /// sin θᵢ of orthonormal bases P and Q are the singular values of Q − P Pᵀ Q (Å. Björck and
  /// G. Golub, *Numerical methods for computing angles between linear subspaces*, 1973), which are
  /// exact also where the cosines are nearly 1.
  package static func principalSines(_ learned: Tensor, _ planted: Tensor) -> [Float] {
    let p = learned.singularValueDecomposition().left
    let q = planted.singularValueDecomposition().left
    let outside = q - p.matmul(p.matmul(q, transposeLeft: true))
    return outside.singularValueDecomposition().values.scalars
  }
}
