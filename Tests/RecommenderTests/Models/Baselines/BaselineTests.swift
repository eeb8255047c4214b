import Engine
import Testing

@testable import Recommender

struct BaselineTests {
  /// User 0 rated 5, 4 and 1, user 1 4 and 2; user 2 and item 3 have no ratings.
  private let ratings = Ratings.example(
    [(0, 0, 5, 0), (0, 1, 4, 0), (1, 0, 4, 0), (1, 2, 2, 0), (0, 2, 1, 0)], users: 3, items: 4)

  private func predictions(_ model: some RatingModel, user: Int) -> [Double] {
    (0..<4).map { Double(model(UserItemPairs(users: [user], items: [$0])).scalars[0]) }
  }

  /// By hand: the mean is 3.2.
  @Test func averages() {
    let items = [ItemAverage(of: ratings), ItemAverage(of: ratings, .median)]
    #expect(difference([predictions(items[0], user: 1)], [[4.5, 4, 1.5, 3.2]]) < 1e-6)
    #expect(predictions(items[1], user: 1) == [4.5, 4, 1.5, 4])
    let users = [UserAverage(of: ratings), UserAverage(of: ratings, .median)]
    #expect(difference([users.map { predictions($0, user: 0)[0] }], [[10.0 / 3, 4]]) < 1e-6)
    #expect(users[1].scores(forUser: 2) == [4, 4, 4, 4])
    #expect(OverallAverage(of: ratings, .median).value == 4)
    #expect(abs(OverallAverage(of: ratings).value - 3.2) < 1e-12)
  }

  @Test func popularity() {
    let popularity = Popularity(of: ratings)
    #expect(popularity.counts == [2, 1, 2, 0])
    #expect(ratings.recommend(4, to: 2, by: popularity).items == [0, 2, 1, 3])
  }

  /// By hand: items' residuals 2.6, 0.8, −3.4 over count + 5, then users' of what is left.
  @Test func dampedMeans() {
    let means = DampedMeans(of: ratings, damping: 5, rounds: 1)
    let items = [2.6 / 7, 0.8 / 6, -3.4 / 7, 0]
    let users = [
      (0.4 - items[0] - items[1] - items[2]) / 8, (-0.4 - items[0] - items[2]) / 7, 0,
    ]
    #expect(difference([means.itemDeviations, means.userDeviations], [items, users]) < 1e-6)
    #expect(abs(means.scores(forUser: 1)[0] - (3.2 + users[1] + items[0])) < 1e-6)
  }

  /// After many rounds neither can improve on what the other leaves over.
  @Test func alternating() {
    let means = DampedMeans(of: ratings, damping: 1, rounds: 60)
    for user in 0..<2 {
      var sum = 0.0, count = 0.0
      for row in 0..<ratings.count where ratings.users[row] == user {
        let item = means.itemDeviations[Int(ratings.items[row])]
        sum += Double(ratings.values[row]) - means.mean - item
        count += 1
      }
      #expect(abs(means.userDeviations[user] - sum / (count + 1)) < 1e-9)
    }
    let again = DampedMeans(of: ratings, damping: 1, rounds: 61)
    #expect(difference([means.itemDeviations], [again.itemDeviations]) < 1e-9)
  }

  /// Figures of a separate computation.
  @Test(arguments: [(1, 0.812), (2, 0.788), (3, 0.790)])
  func latestSmall(seed: UInt64, expected: Double) {
    let split = MovieLens.latestSmall.split(holdingOut: 0.2, seed: seed)
    let predictions = DampedMeans(of: split.training, rounds: 1)(split.validation.pairs)
    let squares = zip(predictions.scalars, split.validation.values).map { Double($0 - $1) }
    let error = squares.reduce(0) { $0 + $1 * $1 } / Double(squares.count)
    #expect(abs(error - expected) < 0.0005)
  }
}
