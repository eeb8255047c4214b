import Display
import Engine
import Testing

@testable import Recommender

/// Gives every user the same scores.
struct FixedScores: ItemScorer {
  var scores: [Double]
  func scores(forUser user: Int) -> [Double] { scores }
}

struct RecommendTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (1, 0, 3, 0), (1, 4, 3, 0)], users: 3, items: 5,
    titles: ["A", "B", "C", "D", "E"])
  private let scorer = FixedScores(scores: [2, 9, 3, 3, -.infinity])

  /// Rated items are left out; of equal scores the lower index comes first.
  @Test(
    arguments: [
      (0, 2, false, [2, 3]), (0, 9, false, [2, 3, 0, 4]), (0, 2, true, [1, 2]),
      (1, 9, false, [1, 2, 3]), (2, 5, false, [1, 2, 3, 0, 4]), (2, 0, false, []),
    ])
  func best(user: Int, count: Int, includingRated: Bool, items: [Int]) {
    let recommended = ratings.recommend(
      count, to: user, by: scorer, includingRated: includingRated)
    #expect(recommended.items == items)
    #expect(recommended.titles == items.map { ["A", "B", "C", "D", "E"][$0] })
    #expect(recommended.map(\.score) == items.map { scorer.scores[$0] })
    #expect(recommended.user == user)
  }

  @Test func shown() {
    let recommended = ratings.recommend(2, to: 0, by: scorer)
    #expect(recommended[0] == Recommendation(item: 2, title: "C", score: 3))
    #expect(
      recommended.representations.plain == """
        for user 0

        title  item  score
        ─────  ────  ─────
        C         2  3.000
        D         3  3.000
        """)
  }

  @Test func functionsOfPairs() {
    let recommended = ratings.recommend(2, to: 1) { pairs in
      #expect(pairs.users.values == [1, 1, 1, 1, 1])
      return Tensor(pairs.items.values.map { Float($0) })
    }
    #expect(recommended.items == [3, 2])
  }

  /// Models score items as their predictions of pairs say.
  @Test func models() {
    var random = RandomGenerator(seed: 3)
    let model = DotProduct(for: ratings, factors: 3, range: 0...5, using: &random)
    let means = MeanRatings(of: ratings)
    let pairs = UserItemPairs(users: [1, 1, 1, 1, 1], items: [0, 1, 2, 3, 4])
    #expect(model.scores(forUser: 1).map { Float($0) } == model(pairs).value.scalars)
    #expect(means.scores(forUser: 1).map { Float($0) } == means(pairs).scalars)
  }
}
