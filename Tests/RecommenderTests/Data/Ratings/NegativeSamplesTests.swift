import Engine
import Testing

@testable import Recommender

struct NegativeSamplesTests {
  /// User 0 has not rated items 1, 3, 4; user 2 only item 2; user 1 has no ratings.
  private let ratings = Ratings.example(
    [(2, 0, 1, 0), (0, 0, 1, 0), (2, 1, 1, 0), (0, 2, 1, 0), (2, 3, 1, 0), (2, 4, 1, 0)],
    users: 3, items: 5)

  @Test func perRating() {
    var random = RandomGenerator(seed: 4)
    let pairs = ratings.negativeSamples(perRating: 300, using: &random)
    #expect(pairs.users.values == ratings.users.flatMap { repeatElement($0, count: 300) })
    var counts = [Int](repeating: 0, count: 5)
    for (user, item) in zip(pairs.users.values, pairs.items.values) {
      if user == 2 { #expect(item == 2) } else { counts[Int(item)] += 1 }
    }
    // 600 draws for user 0: 200 each are expected, with a standard deviation of 11.5.
    #expect(counts[0] == 0 && counts[2] == 0)
    for item in [1, 3, 4] { #expect((150...250).contains(counts[item])) }
  }

  @Test(arguments: [0, 1])
  func perUser(count: Int) {
    var random = RandomGenerator(seed: 5)
    let pairs = ratings.negativeSamples(perUser: count, using: &random)
    #expect(pairs.users.values == (count == 0 ? [] : [0, 2]))
    if count == 1 { #expect(pairs.items.values[1] == 2) }
  }

  /// Each of three items is equally often the one that is left out.
  @Test func different() {
    var leftOut = [Int](repeating: 0, count: 5)
    let one = ratings.ratings(byUsers: [0])
    var random = RandomGenerator(seed: 6)
    for _ in 0..<600 {
      let items = Set(one.negativeSamples(perUser: 2, using: &random).items.values)
      #expect(items.count == 2)
      for item in [1, 3, 4] where !items.contains(Int32(item)) { leftOut[item] += 1 }
    }
    for item in [1, 3, 4] { #expect((150...250).contains(leftOut[item])) }
  }
}
