import Testing

@testable import Recommender

struct RankingIntervalsTests {
  /// Users 0 to 3 want items 0 to 3, one each; item 0 is known to users 4 to 7, item 1 to user 4.
  private let split = Split(
    training: .example(
      [(4, 0, 1, 0), (5, 0, 1, 0), (6, 0, 1, 0), (7, 0, 1, 0), (4, 1, 1, 0), (4, 1, 1, 0)],
      users: 9, items: 4),
    validation: .example(
      [(0, 0, 5, 0), (1, 1, 5, 0), (2, 2, 5, 0), (3, 3, 5, 0)], users: 9, items: 4))

  private func metrics(_ scores: [Double], at k: Int = 2) -> RankingMetrics {
    split.rankingMetrics(of: FixedScores(scores: scores), at: k)
  }

  /// Everybody gets items 0 and 1: hits for users 0 and 1.
  @Test func means() {
    let metrics = metrics([4, 3, 2, 1])
    #expect(metrics.countedUsers == [0, 1, 2, 3])
    #expect(metrics.perUser(.reciprocalRank) == [1, 0.5, 0, 0])
    #expect(metrics.estimate(.hitRate) == Estimate(meanOf: [1, 1, 0, 0]))
    #expect(metrics.estimate(.recall).value == metrics.recall)
  }

  /// Four of the four users with ratings know item 0, one knows item 1, nobody item 2: bits 0, 2, 2.
  @Test(
    arguments: [([4, 3, 2, 1], 1.0), ([1, 3, 4, 2], 2), ([4, 1, 1, 1], 1)] as [([Double], Double)])
  func novelty(scores: [Double], bits: Double) {
    #expect(abs(metrics(scores).novelty - bits) < 1e-14)
  }

  @Test func pairedDifference() {
    let difference = metrics([4, 3, 2, 1]).difference(from: metrics([4, 1, 3, 2]), in: .hitRate)
    #expect(difference == Estimate(meanOf: [0, 1, -1, 0]))
  }

  /// The mean of four values of 0 or 1 lies at a quarter; the ends are within what can be.
  @Test func bootstrap() {
    let metrics = metrics([4, 3, 2, 1])
    let interval = metrics.bootstrap(.hitRate, seed: 1)
    #expect(interval == metrics.bootstrap(.hitRate, seed: 1))
    #expect(interval.lower == 0)
    #expect(interval.upper == 1)
    // P(mean ≤ 0.25) = 5/16 and P(mean ≤ 0.5) = 11/16.
    let half = metrics.bootstrap(.hitRate, confidence: 0.5, seed: 1)
    #expect(half.lower == 0.25)
    #expect(half.upper == 0.75)
  }

  /// A catalogue smaller than k: the list has all items, precision still divides by k.
  @Test func largeK() {
    #expect(metrics([4, 3, 2, 1], at: 8).precision == 1.0 / 8)
    #expect(metrics([4, 3, 2, 1], at: 8).coverage == 1)
  }
}
