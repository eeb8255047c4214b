import Engine
import Testing

struct SquaredNormTests {
  @Test("the squares of all parameters, and twice each as its gradient")
  func value() {
    let line = Line()
    line.slope.value = [3]
    line.intercept.value = [-4]
    let norm = gradients {
      let norm = squaredNorm(of: line)
      norm.backward()
      return norm.value
    }
    #expect(norm == Tensor(25))
    #expect(line.slope.gradient == [6])
    #expect(line.intercept.gradient == [-8])
  }

  @Test("a frozen parameter is left out")
  func frozen() {
    let line = Line()
    line.slope.value = [3]
    line.intercept.value = [-4]
    line.intercept.requiresGradient = false
    #expect(squaredNorm(of: line).value == Tensor(9))
    line.slope.requiresGradient = false
    #expect(squaredNorm(of: line).value == Tensor(0))
  }

  @Test("half of it in the loss trains as SGD's decay does")
  func decay() throws {
    func trained(decay: Double, term: Float) throws -> Tensor {
      let model = Line()
      let trainer = Trainer(
        model: model, training: Line.points,
        loss: Loss("with a term") { meanSquaredError($0, $1) + term / 2 * squaredNorm(of: model) },
        optimizer: SGD(learningRate: 0.1, momentum: 0.9, weightDecay: decay), batchSize: 5,
        random: RandomGenerator(seed: 1))
      try trainer.fit(epochs: 10)
      return model.slope.value
    }
    let inRule = try trained(decay: 0.1, term: 0)
    #expect(largestError(try trained(decay: 0, term: 0.1), inRule) < 1e-6)
    #expect(largestError(try trained(decay: 0, term: 0), inRule) > 1e-2)
  }
}
