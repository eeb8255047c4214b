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

  @Test(
    "neither large nor small gradients leave the range on the way",
    arguments: [
      (3e20, 4e20, 1), (3e-30, 4e-30, 1e-30), (3, 4, 1e-35), (2e38, 3e38, 1), (3e30, -4e30, 1e-8),
      (1.8e38, 2.4e38, 1e-3),
      (3e-7, 4e-7, 1e-7),
    ] as [(Float, Float, Double)])
  func extremes(slope: Float, intercept: Float, limit: Double) {
    let line = line(slope: slope, intercept: intercept)
    let (x, y) = (Double(slope), Double(intercept))
    let norm = (x * x + y * y).squareRoot()
    #expect((clipGradients(of: line, toNorm: limit) / norm - 1).magnitude < 1e-12)
    #expect(
      largestRelativeError(line.slope.gradient, Tensor([Float(x / norm * limit)]), floor: 0) < 1e-6)
    #expect(
      largestRelativeError(line.intercept.gradient, Tensor([Float(y / norm * limit)]), floor: 0)
        < 1e-6)
  }

  @Test("short gradients are not made shorter, and their norm is told")
  func tiny() {
    let line = line(slope: 3e-30, intercept: 4e-30)
    #expect((clipGradients(of: line, toNorm: 1) / 5e-30 - 1).magnitude < 1e-6)
    #expect(line.slope.gradient == [3e-30])
    #expect(clipGradients(of: line, toNorm: 1e-29) < 1e-29)
    #expect(line.slope.gradient == [3e-30])
  }

  @Test("an infinite element is moved into the range, too")
  func infiniteValue() {
    let line = line(slope: -.infinity, intercept: 1)
    clipGradients(of: line, toValue: 0.5)
    #expect(line.slope.gradient == [-0.5])
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
