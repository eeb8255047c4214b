import Engine
import Testing

@testable import Recommender

struct RatingMetricsTests {
  /// Errors 1, -1 and 0 of user 0, 2 of user 1.
  private let ratings = Ratings.example(
    [(0, 0, 3, 0), (0, 1, 5, 0), (0, 2, 4, 0), (1, 0, 2, 0)], users: 3, items: 3)

  private var metrics: RatingMetrics { ratings.ratingMetrics { _ in Tensor([4, 4, 4, 4]) } }

  /// Squares less their mean 1.5 add up to -2.5 for user 0 and 2.5 for user 1:
  /// SE = √(2 / 1 · 12.5 / 16) = 1.25. For the magnitudes, mean 1: -1 and 1, SE = 0.5.
  @Test func byHand() {
    #expect(metrics.meanSquaredError == 1.5)
    #expect(metrics.rootMeanSquaredError == 1.5.squareRoot())
    #expect(metrics.meanAbsoluteError == 1)
    #expect(metrics.squared.standardError == 1.25)
    #expect(metrics.absolute.standardError == 0.5)
    #expect(abs(metrics.root.standardError - 1.25 / (2 * 1.5.squareRoot())) < 1e-15)
    #expect(metrics.squared.count == 2)
    #expect(metrics.errors == [1, -1, 0, 2])
    #expect(metrics.representations.plain.contains("over 4 ratings by 2 users"))
  }

  /// Squared errors 0, 4, 1, 1 of the other: differences 1, -3, -1, 3.
  @Test func difference() {
    let other = ratings.ratingMetrics { _ in Tensor([3, 3, 3, 3]) }
    let difference = metrics.difference(from: other)
    #expect(difference.value == 0)
    #expect(difference.standardError == (2.0 * (9 + 9) / 16).squareRoot())
    #expect(metrics.difference(from: metrics).standardError == 0)
  }

  @Test func models() {
    let split = Split(training: ratings, validation: ratings)
    let means = MeanRatings(of: ratings)
    var random = RandomGenerator(seed: 1)
    let model = DotProduct(for: ratings, factors: 2, range: 0...5, using: &random)
    for (metrics, predictions) in [
      (split.ratingMetrics(of: means), means(ratings.pairs)),
      (split.ratingMetrics(of: model), model(ratings.pairs).value),
    ] {
      #expect(
        metrics.errors == zip(predictions.scalars, ratings.values).map { Double($0) - Double($1) })
    }
    #expect(ratings.rows(at: []).ratingMetrics(of: means).meanSquaredError.isNaN)
  }
}
