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
  func values(_ metric: Metric, _ name: String, _ expected: Double) {
    #expect(metric.name == name)
    #expect(metric([2, 0, 8], [1, 2, 5]) == expected)
  }
}
