import Engine
import Testing

struct FreezingTests {
  private struct Network: Model {
    struct Body: Layer {
      let first, second: Linear
      let normalisation = BatchNorm1d(width: 3)
    }
    let body: Body
    let bodyguard: Variable = Variable(.zeros([1]))
    let head: Linear

    init() {
      var random = RandomGenerator(seed: 1)
      body = Body(
        first: Linear(inputs: 2, outputs: 3, using: &random),
        second: Linear(inputs: 3, outputs: 3, using: &random))
      head = Linear(inputs: 3, outputs: 1, using: &random)
    }

    func callAsFunction(_ input: Tensor) -> Variable {
      let hidden = body.first(Variable(input, requiresGradient: false)).relu()
      return head(body.normalisation(body.second(hidden)).relu()) + bodyguard
    }
  }

  private func names(_ network: Network, where isWanted: (Variable) -> Bool) -> [String] {
    network.parameters.filter { isWanted($0.variable) }.map(\.name)
  }

  @Test("below a name, one by its whole name, by a condition, all; and back")
  func freezing() {
    let network = Network()
    let trained = names(network, where: \.requiresGradient)
    #expect(trained.count == 9)
    network.freeze("body")
    #expect(
      names(network, where: \.requiresGradient) == ["bodyguard", "head.weight", "head.bias"])
    network.unfreeze("body.second.weight")
    #expect(names(network, where: \.requiresGradient).contains("body.second.weight"))
    network.unfreeze { $0.hasSuffix("bias") }
    #expect(names(network, where: \.requiresGradient).count == 7)
    network.unfreeze()
    // Running figures never train.
    #expect(names(network, where: \.requiresGradient) == trained)
    network.freeze { $0.hasPrefix("head") }
    #expect(
      names(network, where: { !$0.requiresGradient }).suffix(2) == ["head.weight", "head.bias"])
    network.freeze()
    #expect(names(network, where: \.requiresGradient).isEmpty)
  }

  @Test("what is frozen keeps its bits, under decay and momentum; the rest trains")
  func training() throws {
    let network = Network()
    let items = TensorDataset(
      inputs: Tensor(shape: [6, 2], scalars: (0..<12).map { Float($0) / 6 }),
      targets: Tensor(shape: [6, 1], scalars: (0..<6).map { Float($0) }))
    let trainer = Trainer(
      model: network, training: items, loss: .meanSquaredError,
      optimizer: AdamW(learningRate: 0.1, weightDecay: 0.5), random: RandomGenerator(seed: 1))
    try trainer.fit(epochs: 2)
    network.freeze("body")
    let before = network.parameters.map(\.variable.value)
    #expect(network.body.first.weight.gradient == nil)
    try trainer.fit(epochs: 2)
    for (parameter, value) in zip(network.parameters, before) {
      let isFixed = parameter.name.hasPrefix("body.") && !parameter.name.contains("running")
      #expect((parameter.variable.value == value) == isFixed, "\(parameter.name)")
    }
    network.unfreeze()
    try trainer.fit(epochs: 1)
    #expect(network.body.first.weight.value != before[0])
  }

  @Test("a gradient from before is forgotten")
  func pendingGradient() {
    let line = Line()
    line.slope.gradient = [1]
    line.freeze("slope")
    var optimizer = Optimizer(SGD(learningRate: 1, weightDecay: 0.1), for: line)
    optimizer.step()
    #expect(line.slope.value == [0])
  }

  @Test("the summary marks what is frozen, and counts the rest")
  func summary() {
    struct Two: Layer {
      let body = Variable(.zeros([2, 3]))
      let head = Variable(.zeros([3]))
      let fixed = Variable(.zeros([9]), requiresGradient: false)
    }
    let two = Two()
    two.freeze("body")
    #expect(two.parameterCount == 3)
    #expect(
      two.summary().representations.plain.split(separator: "\n").map {
        $0.split(whereSeparator: { $0 == " " }).joined(separator: " ")
      }.filter { !$0.hasPrefix("─") } == [
        "parameter shape count", "body [2, 3] 6 frozen", "head [3] 3", "total to train 3",
      ])
  }

  @Test("a gradient that must be there, and one that is taken")
  func gradient() {
    let weight = Variable([3] as Tensor)
    gradients { (weight * weight).sum().backward() }
    #expect(weight.requiredGradient == [6])
    #expect(weight.takeGradient() == [6])
    #expect(weight.gradient == nil)
  }
}
