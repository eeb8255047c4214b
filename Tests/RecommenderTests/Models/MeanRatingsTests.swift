import Engine
import Testing

@testable import Recommender

struct MeanRatingsTests {
  /// The mean is 3; user 0's mean is 4, user 1's 2; item 0's mean is 2.5, item 1's 3.5.
  private let means = MeanRatings(
    of: .example([(0, 0, 4, 0), (0, 1, 4, 0), (1, 0, 1, 0), (1, 1, 3, 0)], users: 3, items: 3))

  @Test(arguments: [
    (0, 0, 3.5), (0, 1, 4.5), (1, 0, 1.5), (1, 1, 2.5), (2, 1, 3.5), (0, 2, 4), (2, 2, 3),
  ])
  func predictions(user: Int, item: Int, expected: Double) {
    let pairs = UserItemPairs(users: [user], items: [item])
    #expect(means(pairs) == Tensor([Float(expected)]))
  }

  @Test func overall() {
    #expect(means.overall == 3)
  }
}
