import Engine
import Testing

struct AccumulationTests {
  private func trainer(batchSize: Int, accumulate: Int) -> Trainer<
    Factorization, PairDataset
  > {
    Trainer(
      model: Factorization(lefts: 9, rights: 13, width: 5, seed: 7),
      training: PairDataset(lefts: 9, rights: 13, count: 100, seed: 8), loss: .meanSquaredError,
      optimizer: AdamW(), batchSize: batchSize, accumulate: accumulate,
      random: RandomGenerator(seed: 10))
  }

  @Test("small batches that accumulate make the steps of a large one, to rounding")
  func sameSteps() throws {
    let large = trainer(batchSize: 24, accumulate: 1)
    let small = trainer(batchSize: 6, accumulate: 4)
    // 100 items: four steps of 24 and one of 4, a single and smaller batch.
    #expect(small.batchesPerEpoch == 5)
    let expected = try large.fit(epochs: 3, schedule: .oneCycle(peak: 0.01))
    let history = try small.fit(epochs: 3, schedule: .oneCycle(peak: 0.01))
    #expect(history.batches.map(\.position) == expected.batches.map(\.position))
    #expect(history.batches.map(\.learningRate) == expected.batches.map(\.learningRate))
    for (batch, expected) in zip(history.batches, expected.batches) {
      #expect((batch.loss / expected.loss - 1).magnitude < 1e-5)
    }
    for (parameter, expected) in zip(small.model.parameters, large.model.parameters) {
      #expect(largestError(parameter.variable.value, expected.variable.value) < 1e-4)
    }
  }

  @Test("after 100 steps two batches of 32 and one of 64 have led to the same weights")
  func hundredSteps() throws {
    var random = RandomGenerator(seed: 11)
    let inputs = Initializer.normal(standardDeviation: 1).weights([640, 8], using: &random)
    let items = TensorDataset(
      inputs: inputs, targets: inputs.square().sum(axis: 1, keepDimension: true))
    func network() -> Sequential {
      var random = RandomGenerator(seed: 12)
      return Sequential(inputs: 8, using: &random) {
        Linear.outputs(32)
        ReLU()
        Linear.outputs(1)
      }
    }
    func trained(batchSize: Int, accumulate: Int) throws -> Sequential {
      let trainer = Trainer(
        model: network(), training: items, loss: .meanSquaredError,
        optimizer: SGD(learningRate: 0.01, momentum: 0.9), batchSize: batchSize,
        accumulate: accumulate, random: RandomGenerator(seed: 10))
      #expect(try trainer.fit(epochs: 10).batches.count == 100)
      return trainer.model
    }
    let large = try trained(batchSize: 64, accumulate: 1).parameters
    let small = try trained(batchSize: 32, accumulate: 2).parameters
    for ((weights, expected), start) in zip(zip(small, large), network().parameters) {
      let difference = largestError(weights.variable.value, expected.variable.value)
      #expect(agreement("accumulation:100 steps", difference) < 1e-5)
      #expect(largestError(expected.variable.value, start.variable.value) > 0.02)
    }
  }

  @Test("by hand: gradients add up until the step")
  func byHand() {
    let inputs = Line.points.inputs
    let targets = Line.points.targets
    let (whole, parts) = (Line(), Line())
    var (first, second) = (Optimizer(SGD(), for: whole), Optimizer(SGD(), for: parts))
    gradients { meanSquaredError(whole(inputs), targets).backward() }
    first.step()
    for rows in [0..<5, 5..<10] {
      let part = (inputs.slice(axis: 0, rows), targets.slice(axis: 0, rows))
      gradients { (meanSquaredError(parts(part.0), part.1) / 2).backward() }
    }
    second.step()
    #expect(largestError(parts.slope.value, whole.slope.value) < 1e-6)
  }
}
