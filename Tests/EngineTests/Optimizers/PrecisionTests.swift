import Engine
import Testing

/// Hyperparameters near 1 and near 0 keep their digits on the way into single precision.
struct PrecisionTests {
  private func step(_ rule: some UpdateRule, from start: Float = 1) -> Float {
    let parameter = Variable(Tensor(start))
    var optimizer = Optimizer(rule, for: [parameter])
    parameter.gradient = Tensor(1)
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

  @Test(
    "with the same gradient each step of Adam is the learning rate, however many",
    arguments: [0.5, 0.9, 0.999, 0.99999, 0.9999999])
  func laterSteps(_ beta: Double) {
    let parameter = Variable(Tensor(0))
    var optimizer = Optimizer(
      Adam(learningRate: 0.25, beta1: beta, beta2: beta), for: [parameter])
    for _ in 0..<2000 {
      parameter.value = Tensor(0)
      parameter.gradient = Tensor(1)
      optimizer.step()
    }
    #expect((Double(parameter.value.item) / -0.25 - 1).magnitude < 2e-5)
  }

  @Test("a small decay is not rounded beside 1", arguments: [(1e-7, 0.06), (1e-6, 0.005)])
  func decay(_ share: Double, _ tolerance: Double) {
    // Where each of the results must be rounded, their mean tells.
    let start = Tensor((0..<4096).map { 1 + Float($0) / 4096 })
    for rule in [
      AdamW(learningRate: share / 0.01, weightDecay: 0.01) as any UpdateRule,
      AdamW(learningRate: 0.1, weightDecay: share / 0.1),
    ] {
      let parameter = Variable(start)
      var optimizer: any Steppable = made(rule, parameter)
      parameter.gradient = .zeros([4096])
      optimizer.step()
      let lost = zip(start.scalars, parameter.value.scalars).map { before, after in
        (Double(before) - Double(after)) / Double(before)
      }
      let mean = lost.reduce(0, +) / 4096
      #expect((mean / share - 1).magnitude < tolerance)
    }
  }

  private func made<Rule: UpdateRule>(_ rule: Rule, _ parameter: Variable) -> any Steppable {
    Optimizer(rule, for: [parameter])
  }

  @Test(
    "the first step of RMSProp is the learning rate over the root of what smoothing leaves",
    arguments: betas.dropLast(2))
  func smoothing(_ smoothing: Double) {
    let rule = RMSProp(learningRate: 1e-4, smoothing: smoothing, epsilon: 1e-12)
    let expected = 1e-4 / (1 - smoothing).squareRoot()
    #expect((Double(-step(rule, from: 0)) / expected - 1).magnitude <= 3e-7)
  }

  @Test("velocities fade by the share that they lose", arguments: [0.9999, 0.99997])
  func velocity(_ momentum: Double) {
    let expected = fading(momentum)
    for rule in [
      SGD(learningRate: 1, momentum: momentum) as any UpdateRule,
      RMSProp(learningRate: 1, smoothing: 0, epsilon: 1, momentum: momentum),
    ] {
      let parameter = Variable(Tensor(0))
      var optimizer = made(rule, parameter)
      parameter.gradient = Tensor(1)
      optimizer.step()
      for _ in 0..<10_000 {
        parameter.value = Tensor(0)
        parameter.gradient = Tensor(0)
        optimizer.step()
      }
      #expect(
        (Double(parameter.value.item) / -(rule is SGD ? expected : expected / 2) - 1).magnitude
          <= 5e-5)
    }
  }

  private func fading(_ momentum: Double) -> Double {
    (0..<10_000).reduce(1.0) { velocity, _ in velocity * momentum }
  }
}

private protocol Steppable {
  mutating func step()
}

extension Optimizer: Steppable {}
