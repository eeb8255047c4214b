import Display
import Testing

@testable import Recommender

struct RankingMetricsTests {
  /// The order for everybody is 3, 2, 1, 0. User 0 has rated item 3 before and gets 2, 1; user 1 gets
  /// 3, 2; user 2 has nothing held out; user 3 only an item below 4 stars.
  private let split = Split(
    training: .example([(0, 3, 5, 0), (2, 0, 5, 0)], users: 4, items: 4),
    validation: .example(
      [(0, 1, 5, 0), (0, 0, 4, 0), (1, 3, 4, 0), (3, 0, 1, 0)], users: 4, items: 4))
  private let scorer = FixedScores(scores: [0, 1, 2, 3])

  @Test func byHand() {
    let metrics = split.rankingMetrics(of: scorer, at: 2, relevantFrom: 4)
    #expect(metrics.k == 2)
    #expect(metrics.users == 2)
    #expect(metrics.precision == 0.5)
    #expect(metrics.recall == (0.5 + 1) / 2)
    #expect(metrics.hitRate == 1)
    #expect(metrics.meanReciprocalRank == (0.5 + 1) / 2)
    #expect(metrics.meanAveragePrecision == (0.25 + 1) / 2)
    let log3 = 1.584_962_500_721_156
    #expect(abs(metrics.ndcg - ((1 / log3) / (1 + 1 / log3) + 1) / 2) < 1e-15)
    // Items 1, 2 and 3 were recommended to somebody.
    #expect(metrics.coverage == 0.75)
  }

  @Test func gainsFromRatings() {
    let metrics = split.rankingMetrics(of: scorer, at: 2, relevantFrom: 4, gain: .rating)
    let log3 = 1.584_962_500_721_156
    #expect(abs(metrics.ndcg - ((5 / log3) / (5 + 4 / log3) + 1) / 2) < 1e-15)
    #expect(metrics.precision == 0.5)
  }

  /// Without a threshold user 3 counts as well, whose only item is never among the first two.
  @Test func everyRatingWanted() {
    let metrics = split.rankingMetrics(of: scorer, at: 2)
    #expect(metrics.users == 3)
    #expect(metrics.hitRate == 2.0 / 3)
  }

  @Test func nobody() {
    let metrics = split.rankingMetrics(of: scorer, at: 2, relevantFrom: 6)
    #expect(metrics.users == 0)
    #expect(metrics.precision.isNaN)
    #expect(metrics.coverage == 0)
  }

  @Test func shown() {
    let text = split.rankingMetrics(of: scorer, at: 2, relevantFrom: 4).representations.plain
    #expect(text.contains("over 2 users"))
    #expect(text.contains("recall                  0.7500"))
  }
}
