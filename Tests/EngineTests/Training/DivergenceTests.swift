import Engine
import Testing

struct DivergenceTests {
  private func trainer(
    learningRate: Double = 0.1, targets: Tensor = Line.points.targets
  ) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
    Trainer(
      model: Line(), training: TensorDataset(inputs: Line.points.inputs, targets: targets),
      loss: .meanSquaredError, optimizer: SGD(learningRate: learningRate), batchSize: 4,
      random: RandomGenerator(seed: 1))
  }

  @Test("a loss that is not finite stops the training and names its batch")
  func divergence() throws {
    let trainer = trainer(learningRate: 1e30)
    let error = #expect(throws: TrainingDiverged.self) { try trainer.fit(epochs: 3) }
    #expect(error?.epoch == 1)
    #expect(error?.batch == 2)
    #expect(error?.item == nil)
    #expect(error?.description.contains("epoch 1, batch 2 is infinite") == true)
    #expect(trainer.model.slope.value.scalars[0].isFinite)
    #expect(trainer.history.batches.count == 1)
  }

  private struct Normalised: Model {
    let normalisation = BatchNorm1d(width: 1)
    func callAsFunction(_ input: Tensor) -> Variable {
      normalisation(Variable(input, requiresGradient: false))
    }
  }

  @Test("the running figures of batch normalisation, too, are those of before the batch")
  func runningFigures() throws {
    let inputs = Tensor(shape: [8, 1], scalars: [1, 2, 3, 4, 5, 6, 7, .nan])
    let trainer = Trainer(
      model: Normalised(), training: TensorDataset(inputs: inputs, targets: Tensor.zeros([8, 1])),
      loss: .meanSquaredError, optimizer: SGD(), batchSize: 4, random: RandomGenerator(seed: 1))
    #expect(throws: TrainingDiverged.self) { try trainer.fit(epochs: 1) }
    #expect(trainer.model.normalisation.runningMean.value.item.isFinite)
    #expect(trainer.model.normalisation.runningVariance.value.item.isFinite)
  }

  @Test(
    "what is not a number in the data is found; the parameters are those of before its batch",
    arguments: [Float.nan, .infinity])
  func data(_ value: Float) throws {
    var targets = Line.points.targets.scalars
    targets[7] = value
    let broken = trainer(targets: Tensor(targets))
    let error = try #require(throws: TrainingDiverged.self) { try broken.fit(epochs: 3) }
    #expect(error.epoch == 1)
    #expect(error.item == 7)
    let text = "epoch 1, batch \(error.batch) is "
    #expect(error.description.contains(text))
    #expect(error.description.contains("item 7 of the training data, counted from 0, holds"))
    #expect(broken.history.batches.count == error.batch - 1)
    #expect(broken.model.slope.gradient == nil)
    // The same training on good data, as far as the batch before.
    let sound = trainer()
    sound.callbacks = [Callback(afterBatch: { $0.batch == error.batch - 1 ? .stop : .proceed })]
    if error.batch > 1 { try sound.fit(epochs: 1) }
    #expect(broken.model.slope.value == sound.model.slope.value)
  }
}
