import Testing

@testable import Engine

/// A loss that is a number, with a gradient or a step that is none.
struct NotFiniteTests {
  private struct Root: Model {
    let weight = Variable([0] as Tensor)
    let other = Variable([1] as Tensor)
    func callAsFunction(_ x: Tensor) -> Variable { weight.sqrt() * x + other }
  }

  private func trainer(
    _ rule: some UpdateRule, clipping: GradientClipping? = nil
  ) -> Trainer<Root, TensorDataset<Tensor, Tensor>> {
    Trainer(
      model: Root(), training: TensorDataset(inputs: Tensor([1]), targets: Tensor([0])),
      loss: .meanSquaredError, optimizer: rule, gradientClipping: clipping,
      random: RandomGenerator(seed: 1))
  }

  @Test(
    "an infinite gradient ends the training before the step, and is named",
    arguments: [nil, .norm(1)] as [GradientClipping?])
  func infiniteGradient(_ clipping: GradientClipping?) throws {
    for trainer in [
      trainer(SGD(learningRate: 0.1), clipping: clipping), trainer(AdamW(), clipping: clipping),
    ] {
      let error = try #require(throws: TrainingDiverged.self) { try trainer.fit(epochs: 2) }
      #expect(trainer.model.weight.value == [0])
      #expect(trainer.model.other.value == [1])
      #expect(trainer.model.other.gradient == nil)
      #expect(error.epoch == 1 && error.batch == 1 && error.loss == 1)
      #expect(error.gradient == GradientFault(parameter: "weight", magnitude: .infinity))
      #expect(
        error.description.hasPrefix(
          "the gradient of weight is infinite in epoch 1, batch 1, though the loss is 1.0: look"))
      #expect(trainer.history.batches.isEmpty)
    }
  }

  @Test("clipped to a value an infinite gradient is one of that length")
  func clippedToValue() throws {
    let trainer = trainer(SGD(learningRate: 0.1), clipping: .value(1))
    try trainer.fit(epochs: 1)
    #expect(trainer.model.weight.value == [-0.1])
  }

  @Test("the learning-rate finder ends at such a gradient, and takes all back")
  func search() {
    let trainer = trainer(SGD())
    #expect(trainer.findLearningRate(steps: 10).losses.isEmpty)
    #expect(trainer.model.weight.value == [0])
    #expect(trainer.model.weight.gradient == nil)
  }

  /// As a batch of one item with an input of 1 makes it.
  private func gradientFault(of rule: some UpdateRule, _ gradient: Float) -> GradientFault? {
    let line = Line()
    line.slope.gradient = [1]
    line.intercept.gradient = Tensor([gradient])
    let optimizer = Optimizer(rule, for: line)
    return optimizer.gradientFault
  }

  @Test("by hand: the first parameter at fault is told, NaN before all; large squares, too")
  func checkGradients() {
    #expect(
      gradientFault(of: SGD(), .nan)?.description == "the gradient of intercept is not a number")
    #expect(gradientFault(of: SGD(), 3e38) == nil)
    #expect(gradientFault(of: AdamW(), 1e18) == nil)
    for rule in [Adam() as any UpdateRule, AdamW(), RMSProp(), Adagrad()] {
      let fault = gradientFault(of: rule, -1e20)
      #expect(fault?.parameter == "intercept")
      #expect(fault?.description.contains("its square is beyond single precision") == true)
    }
    #expect(gradientFault(of: Lion(), 1e20) == nil)
    let table = Variable(Tensor.zeros([3, 2]))
    gradients {
      let factors = Tensor(shape: [2, 2], scalars: [1, .infinity, 1, 1])
      (table.gather(rows: [1, 1]) * factors).sum().backward()
    }
    let optimizer = Optimizer(SGD(), for: [table])
    #expect(throws: GradientFault(parameter: "parameter 0", magnitude: .infinity)) {
      try optimizer.checkGradients()
    }
  }

  @Test("magnitudes over many blocks: the largest anywhere, NaN above infinity")
  func largest() {
    var scalars = [Float](repeating: -0.5, count: 70_001)
    for (position, value) in [(40_000, 2), (70_000, -3), (3, .infinity), (65_000, .nan)]
      as [(Int, Float)]
    {
      scalars[position] = value
      let line = Variable(Tensor(scalars))
      line.gradient = Tensor(scalars)
      let rule = Limited(largestGradient: value.magnitude.nextDown)
      let optimizer = Optimizer(rule, for: [line])
      let fault = #expect(throws: GradientFault.self) { try optimizer.checkGradients() }
      let isRight =
        value.isNaN ? fault?.magnitude.isNaN : fault?.magnitude == Double(value.magnitude)
      #expect(isRight == true)
    }
  }

  private struct Limited: UpdateRule {
    var learningRate = 1.0, momentum = 0.0
    var largestGradient: Float
    func initialState(for parameter: Tensor) -> NoState { NoState() }
    func update(_ parameter: inout Tensor, gradient: Tensor, state: inout NoState) {}
  }

  @Test("a step that leaves the range is told after its epoch, also after the last")
  func infiniteParameter() throws {
    let trainer = Trainer(
      model: Line(), training: TensorDataset(inputs: Tensor([0]), targets: Tensor([1e10])),
      loss: .meanSquaredError, optimizer: SGD(learningRate: 1e30), random: RandomGenerator(seed: 1))
    let error = try #require(throws: TrainingDiverged.self) { try trainer.fit(epochs: 1) }
    #expect(error.parameter == "intercept")
    #expect(
      error.description
        == "after epoch 1 the parameter intercept is infinite or not a number (learning rate 1e+30): "
        + "try a smaller learning rate")
    #expect(trainer.history.epochs.isEmpty)
  }
}
