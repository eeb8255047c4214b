import Testing

@testable import Recommender

struct EstimateTests {
  /// Of 1, 2, 3, 6: mean 3, variance 14/3, standard error √(14/12).
  @Test func byHand() {
    let estimate = Estimate(meanOf: [1, 2, 3, 6])
    #expect(estimate.value == 3)
    #expect(estimate.count == 4)
    #expect(abs(estimate.standardError - 1.080_123_449_734_643_6) < 1e-15)
    #expect(abs(estimate.lower - (3 - 1.959_963_984_540_054 * 1.080_123_449_734_643_6)) < 1e-12)
    #expect(abs(estimate.upper - (3 + 1.959_963_984_540_054 * 1.080_123_449_734_643_6)) < 1e-12)
    let narrow = estimate.interval(confidence: 0.5)
    #expect(abs(narrow.upper - (3 + 0.674_489_750_196_081_7 * 1.080_123_449_734_643_6)) < 1e-12)
  }

  @Test func tooFew() {
    #expect(Estimate(meanOf: [4]).lower == -.infinity)
    #expect(Estimate(meanOf: []).value.isNaN)
  }
}
