import Engine
import Testing

/// Metrics against scikit-learn's.
struct MetricReferenceTests {
  struct Figures: Decodable {
    struct Regression: Decodable {
      var predictions, targets: ReferenceTensor
      var rSquared: Double
    }
    struct Binary: Decodable {
      var scores, targets: ReferenceTensor
      var precision, recall, f1, auc: Double
    }
    struct Classes: Decodable {
      var logits: ReferenceTensor
      var classes: [Int]
      var macroPrecision, macroRecall, macroF1: Double
    }
    var regressions: [Regression]
    var binary: [Binary]
    var classes: [Classes]
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("metrics", as: Figures.self) }

  /// The metric over a trainer's validation, whose batches have 512 items at least; here they come
  /// over and over, so that it takes several batches, the last of them short.
  private func overBatches<Targets: Rows>(
    _ metric: Metric<Targets>, _ predictions: Tensor, _ targets: Targets
  ) -> Double {
    let count = predictions.shape[0]
    let positions = Array(Array(repeating: 0..<count, count: 1100 / count + 1).joined())
    let items = TensorDataset(
      inputs: predictions.rows(at: positions), targets: targets.rows(at: positions))
    let trainer = Trainer(
      model: Given(), training: items,
      loss: Loss<Targets>("none") { predictions, _ in predictions.sum() },
      optimizer: SGD(), metrics: [metric], batchSize: 512, random: RandomGenerator(seed: 1))
    return trainer.evaluate(on: items).metrics[0].value
  }

  private struct Given: Model {
    let weight = Variable([0] as Tensor)
    func callAsFunction(_ input: Tensor) -> Variable { Variable(input, requiresGradient: false) }
  }

  @Test("R², over several columns, of targets that are all the same, far from zero")
  func regressions() {
    #expect(figures.regressions.count == 7)
    for figure in figures.regressions {
      let (predictions, targets) = (figure.predictions.tensor, figure.targets.tensor)
      let value = Metric.rSquared(predictions, targets)
      #expect(agreement("metric:R²", (value - figure.rSquared).magnitude) < 1e-9)
      #expect((overBatches(.rSquared, predictions, targets) - figure.rSquared).magnitude < 1e-9)
    }
    #expect(Metric.rSquared(Tensor([1]), [1]).isNaN)
    #expect(Metric.rSquared(.zeros([0]), .zeros([0])).isNaN)
    #expect(Metric.rSquared.name == "R²")
  }

  @Test("precision, recall, F1 and the area under the curve, with ties and with nothing found")
  func binary() {
    #expect(figures.binary.count == 8)
    for figure in figures.binary {
      let (scores, targets) = (figure.scores.tensor, figure.targets.tensor)
      for (metric, expected) in [
        (Metric.precision(), figure.precision), (.recall(), figure.recall), (.f1(), figure.f1),
        (.areaUnderROC, figure.auc),
      ] {
        let value = metric(scores, targets)
        #expect(agreement("metric:\(metric.name)", (value - expected).magnitude) < 1e-12)
        #expect((overBatches(metric, scores, targets) - expected).magnitude < 1e-12)
      }
      // Only the order counts, and 0 becomes one half.
      let halves = scores.sigmoid()
      #expect(Metric.f1(threshold: 0.5)(halves, targets) == Metric.f1()(scores, targets))
    }
  }

  @Test("areas that nothing is known of, and of infinite scores")
  func areas() {
    #expect(Metric.areaUnderROC(Tensor([1, 2]), [1, 1]).isNaN)
    #expect(Metric.areaUnderROC(Tensor([1, .nan]), [1, 0]).isNaN)
    #expect(Metric.areaUnderROC(.zeros([0]), .zeros([0])).isNaN)
    #expect(Metric.areaUnderROC(Tensor([.infinity, -.infinity, 0]), [1, 0, 0]) == 1)
    #expect(Metric.areaUnderROC(Tensor([-0.0, 0]), [1, 0]) == 0.5)
  }

  @Test("means over the classes, those that do not occur left out")
  func classes() {
    #expect(figures.classes.count == 4)
    for figure in figures.classes {
      let (logits, classes) = (figure.logits.tensor, Indices(figure.classes))
      for (metric, expected) in [
        (Metric.macroPrecision, figure.macroPrecision), (.macroRecall, figure.macroRecall),
        (.macroF1, figure.macroF1),
      ] {
        #expect((metric(logits, classes) - expected).magnitude < 1e-12, "\(metric.name)")
        #expect((overBatches(metric, logits, classes) - expected).magnitude < 1e-12)
      }
    }
  }

  @Test("a metric of one's own that is no mean, also of a part of the targets")
  func ownMetric() {
    let largest = Metric<Tensor>("largest error", remembering: Float(0)) {
      largest, predictions, targets in
      largest = max(largest, (predictions - targets).abs().max().item)
    } finish: {
      Double($0)
    }
    #expect(largest([2, 0, 8], [1, 2, 5]) == 3)
    #expect(overBatches(largest, [2, 0, 8], [1, 2, 5]) == 3)
    let doubled = largest.of("of twice") { predictions, targets in (predictions * 2, targets * 2) }
    #expect(doubled.name == "of twice")
    #expect(overBatches(doubled, [2, 0, 8], [1, 2, 5]) == 6)
  }
}
