import Engine
import Testing

struct MetricTests {
  @Test(
    "errors of 1, −2 and 3",
    arguments: [
      (Metric.meanSquaredError, "MSE", 14.0 / 3),
      (.rootMeanSquaredError, "RMSE", (14.0 / 3).squareRoot()),
      (.meanAbsoluteError, "MAE", 2.0),
    ])
  func values(_ metric: Metric<Tensor>, _ name: String, _ expected: Double) {
    #expect(metric.name == name)
    #expect(metric([2, 0, 8], [1, 2, 5]) == expected)
  }

  @Test("the largest of a row's logits is the answer; of equal ones the first")
  func classes() {
    let logits: Tensor = [[1, 3, 2], [0, 0, -1], [5, 6, 7], [5, 6, 7]]
    #expect(Metric.accuracy(logits, [1, 1, 2, 0]) == 0.5)
    #expect(Metric.accuracy(logits, [1, 0, 2, 0]) == 0.75)
    #expect(Metric.errorRate(logits, [1, 0, 2, 0]) == 0.25)
    #expect(Metric.errorRate.name == "error rate")
  }

  @Test("a logit counts as yes above the threshold")
  func yesOrNo() {
    let logits: Tensor = [-2, 0, 0.1, 3]
    #expect(Metric.binaryAccuracy()(logits, [0, 0, 1, 1]) == 1)
    #expect(Metric.binaryAccuracy()(logits, [1, 0, 1, 1]) == 0.75)
    #expect(Metric.binaryErrorRate(threshold: 0.5)(logits, [0, 0, 1, 1]) == 0.25)
  }

  @Test("no items have no mean")
  func nothing() {
    #expect(Metric.accuracy(.zeros([0, 3]), []).isNaN)
  }
}
