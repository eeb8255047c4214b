import Engine
import Testing

/// A loss that is a number, with a gradient that is none.
struct NotFiniteTests {
  private struct Root: Model {
    let weight = Variable([0] as Tensor)
    let other = Variable([1] as Tensor)
    func callAsFunction(_ x: Tensor) -> Variable { weight.sqrt() * x + other }
  }

  @Test("an infinite gradient ends the training before the step, and is named")
  func infiniteGradient() throws {
    let trainer = Trainer(
      model: Root(), training: TensorDataset(inputs: Tensor([1]), targets: Tensor([0])),
      loss: .meanSquaredError, optimizer: SGD(learningRate: 0.1), random: RandomGenerator(seed: 1))
    let error = try #require(throws: TrainingDiverged.self) { try trainer.fit(epochs: 2) }
    #expect(trainer.model.weight.value == [0])
    #expect(trainer.model.other.value == [1])
    #expect(error.epoch == 1 && error.batch == 1)
    #expect(error.description.contains("weight"))
    #expect(trainer.history.batches.isEmpty)
  }
}
