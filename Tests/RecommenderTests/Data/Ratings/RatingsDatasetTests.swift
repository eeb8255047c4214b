import Engine
import Testing

@testable import Recommender

struct RatingsDatasetTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (2, 1, 3, 1), (2, 0, 5, 2)], users: 3, items: 2)

  @Test func batch() {
    let batch = ratings.batch(at: [2, 0])
    #expect(batch.input == UserItemPairs(users: [2, 0], items: [0, 1]))
    #expect(batch.targets == Tensor([5, 4]))
  }

  @Test func allRows() {
    #expect(ratings.pairs == ratings.batch(at: [0, 1, 2]).input)
    #expect(ratings.targets == Tensor([4, 3, 5]))
  }
}
