import Engine
import Testing

/// Hyperparameters near 1 and near 0 keep their digits on the way into single precision.
struct PrecisionTests {
  private func step(_ rule: some UpdateRule, from start: Float = 1, gradient: Float = 1) -> Float {
    let parameter = Variable(Tensor(start))
    var optimizer = Optimizer(rule, for: [parameter])
    parameter.gradient = Tensor(gradient)
    optimizer.step()
    return parameter.value.item
  }

  static let betas = [
    0, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999, 0.9999999, 0.99999999, 1 - 1e-12,
  ]

  @Test("the first step of Adam is the learning rate, for every beta", arguments: betas)
  func firstStep(_ beta: Double) {
    let expected: Float = 0.9
    for rule in [
      Adam(learningRate: 0.1, beta1: beta), Adam(learningRate: 0.1, beta2: beta),
      Adam(learningRate: 0.1, beta1: beta, beta2: beta),
    ] {
      #expect((step(rule) - expected).magnitude <= 1.2e-7, "\(rule)")
    }
    let decoupled = AdamW(learningRate: 0.1, beta2: beta, epsilon: 1e-8, weightDecay: 0)
    #expect((step(decoupled) - expected).magnitude <= 1.2e-7)
  }

  @Test("a small decay is not rounded beside 1", arguments: [1e-7, 1e-6, 1e-5])
  func decay(_ share: Double) {
    // In ten thousand steps without a slope, (1 − share)^10000 is left.
    let parameter = Variable(Tensor(1))
    var optimizer = Optimizer(AdamW(learningRate: 1, weightDecay: share), for: [parameter])
    var expected = 1.0
    for _ in 0..<1000 {
      parameter.gradient = Tensor(0)
      parameter.value = Tensor(1)
      optimizer.step()
      expected = 1 - share
    }
    let lost = 1 - Double(parameter.value.item)
    // To the spacing of the numbers below 1.
    #expect((lost - (1 - expected)).magnitude <= 3e-8)
  }

  @Test(
    "the first step of RMSProp is the learning rate over the root of what smoothing leaves",
    arguments: betas.dropLast(2))
  func smoothing(_ smoothing: Double) {
    let rule = RMSProp(learningRate: 1e-4, smoothing: smoothing, epsilon: 1e-12)
    let expected = 1e-4 / (1 - smoothing).squareRoot()
    let moved = Double(step(rule, from: 0, gradient: 1))
    #expect((-moved / expected - 1).magnitude <= 3e-7)
  }

  @Test("velocities keep their share", arguments: [0.9999, 0.999999, 0.99999999])
  func velocity(_ momentum: Double) {
    // A single gradient of 1; then the velocity only fades: 1 + momentum + momentum² + …
    let parameter = Variable(Tensor(0))
    var optimizer = Optimizer(SGD(learningRate: 1, momentum: momentum), for: [parameter])
    var (velocity, expected) = (1.0, -1.0)
    parameter.gradient = Tensor(1)
    optimizer.step()
    for _ in 0..<200 {
      let before = parameter.value
      parameter.value = Tensor(0)
      parameter.gradient = Tensor(0)
      optimizer.step()
      velocity *= momentum
      expected = -velocity
      #expect((Double(parameter.value.item) - expected).magnitude <= 1e-5 * (1 - momentum) + 6e-6)
      _ = before
    }
  }
}
