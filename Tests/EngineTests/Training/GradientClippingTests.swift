import Engine
import Testing

struct GradientClippingTests {
  private func line(slope: Float, intercept: Float) -> Line {
    let line = Line()
    line.slope.gradient = Tensor([slope])
    line.intercept.gradient = Tensor([intercept])
    return line
  }

  @Test("gradients longer than the norm are scaled, all by the same factor")
  func norm() throws {
    let line = line(slope: 3, intercept: -4)
    #expect(clipGradients(of: line, toNorm: 1) == 5)
    #expect(largestError(line.slope.gradient, [0.6]) < 1e-6)
    #expect(largestError(line.intercept.gradient, [-0.8]) < 1e-6)
  }

  @Test("shorter ones stay as they are; a missing one counts as zero")
  func shortEnough() {
    let line = line(slope: 3, intercept: 0)
    line.intercept.gradient = nil
    #expect(clipGradients(of: line, toNorm: 3.1) == 3)
    #expect(line.slope.gradient == [3])
    #expect(line.intercept.gradient == nil)
  }

  @Test("each element is moved into the range")
  func value() {
    let line = line(slope: 3, intercept: -0.25)
    clipGradients(of: line, toValue: 0.5)
    #expect(line.slope.gradient == [0.5])
    #expect(line.intercept.gradient == [-0.25])
  }

  @Test("the trainer clips before each step", arguments: [GradientClipping.norm(1), .value(1)])
  func trainer(_ clipping: GradientClipping) throws {
    let trainer = Trainer(
      model: Line(), training: TensorDataset(inputs: Tensor([0]), targets: Tensor([1000])),
      loss: .meanSquaredError, optimizer: SGD(learningRate: 1), gradientClipping: clipping,
      random: RandomGenerator(seed: 1))
    try trainer.fit(epochs: 1)
    #expect(largestError(trainer.model.intercept.value, [1]) < 1e-6)
  }
}
