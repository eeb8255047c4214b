import Engine
import Testing

struct TwoTargetsTests {
  /// Two questions about a point: is it right of the middle, and is it near it?
  struct TwoQuestions: Model {
    struct Answers: Rows {
      var side, nearness: Indices
      var shape: [Int] { side.shape }
      func rows(at positions: [Int]) -> Answers {
        Answers(side: side.rows(at: positions), nearness: nearness.rows(at: positions))
      }
    }

    let hidden, output: Linear

    init() {
      var random = RandomGenerator(seed: 3)
      hidden = Linear(inputs: 1, outputs: 16, using: &random)
      output = Linear(inputs: 16, outputs: 4, using: &random)
    }

    func callAsFunction(_ input: Tensor) -> Variable {
      output(hidden(Variable(input, requiresGradient: false)).relu())
    }
  }

  @Test("a model may have two targets, classes both, and a loss that is a sum")
  func twoTargets() throws {
    let points = (0..<40).map { Float($0) / 20 - 1 }
    let items = TensorDataset(
      inputs: Tensor(shape: [40, 1], scalars: points),
      targets: TwoQuestions.Answers(
        side: Indices(points.map { $0 > 0 ? 1 : 0 }),
        nearness: Indices(points.map { $0.magnitude < 0.5 ? 1 : 0 })))
    let trainer = Trainer(
      model: TwoQuestions(), training: items, validation: items,
      loss: Loss("two cross entropies") { logits, answers in
        crossEntropy(logits.slice(axis: 1, 0..<2), answers.side)
          + crossEntropy(logits.slice(axis: 1, 2..<4), answers.nearness)
      },
      optimizer: AdamW(),
      metrics: [
        Metric.errorRate.of("side wrong") { ($0.slice(axis: 1, 0..<2), $1.side) },
        Metric.errorRate.of("nearness wrong") { ($0.slice(axis: 1, 2..<4), $1.nearness) },
      ], batchSize: 8, random: RandomGenerator(seed: 4))
    try trainer.fit(epochs: 60, schedule: .oneCycle(peak: 0.03))
    let last = try #require(trainer.history.epochs.last)
    #expect(last.validationLoss < 0.3)
    #expect(last.metrics.map(\.name) == ["side wrong", "nearness wrong"])
    #expect(last.metrics.allSatisfy { $0.value < 0.06 })
  }
}
