import Engine
import Testing

struct DropLastTests {
  /// Writes down which items it is asked for.
  private final class Asked: Dataset {
    let count: Int
    var batches: [[Int]] = []
    init(count: Int) { self.count = count }
    func batch(at positions: [Int]) -> Batch<Tensor, Tensor> {
      batches.append(positions)
      let values = Tensor(positions.map { Float($0) })
      return Batch(input: values, targets: values)
    }
  }

  private func trainer(
    _ items: Asked, batchSize: Int, dropLast: Bool = true, accumulate: Int = 1,
    limitBatches: Int? = nil
  ) -> Trainer<Line, Asked> {
    Trainer(
      model: Line(), training: items, loss: .meanSquaredError, optimizer: SGD(learningRate: 0),
      batchSize: batchSize, dropLast: dropLast, accumulate: accumulate, limitBatches: limitBatches,
      random: RandomGenerator(seed: 3))
  }

  @Test(
    "all batches are whole; without it the last is smaller",
    arguments: [
      (10, 4, 1, true, 2, [4, 4]), (10, 4, 1, false, 3, [4, 4, 2]), (9, 4, 1, true, 2, [4, 4]),
      (8, 4, 1, true, 2, [4, 4]), (23, 4, 3, true, 2, [4, 4, 4, 4, 4]),
      (23, 4, 3, false, 2, [4, 4, 4, 4, 4, 3]), (4, 4, 2, true, 1, [4]),
    ] as [(Int, Int, Int, Bool, Int, [Int])])
  func sizes(
    _ count: Int, _ size: Int, _ accumulate: Int, _ dropLast: Bool, _ steps: Int, _ expected: [Int]
  ) throws {
    let items = Asked(count: count)
    let trainer = trainer(items, batchSize: size, dropLast: dropLast, accumulate: accumulate)
    #expect(trainer.batchesPerEpoch == steps)
    #expect(try trainer.fit(epochs: 1).batches.count == steps)
    #expect(items.batches.map(\.count) == expected)
    #expect(Set(items.batches.joined()).count == expected.reduce(0, +))
  }

  @Test("what is left out differs from epoch to epoch")
  func everyItemInTime() throws {
    let items = Asked(count: 10)
    try trainer(items, batchSize: 4).fit(epochs: 8)
    #expect(Set(items.batches.joined()).count == 10)
    #expect(Set(items.batches[0] + items.batches[1]) != Set(items.batches[2] + items.batches[3]))
  }

  @Test("the learning-rate finder drops it, too")
  func search() {
    let items = Asked(count: 10)
    _ = trainer(items, batchSize: 4).findLearningRate(steps: 7)
    #expect(items.batches.map(\.count) == Array(repeating: 4, count: 7))
  }

  private struct Normalised: Model {
    let normalisation = BatchNorm1d(width: 1)
    func callAsFunction(_ input: Tensor) -> Variable {
      normalisation(Variable(input, requiresGradient: false))
    }
  }

  @Test("batch normalisation trains where a single row would be left")
  func batchNorm() throws {
    let inputs = Tensor(shape: [9, 1], scalars: (0..<9).map { Float($0) })
    let trainer = Trainer(
      model: Normalised(), training: TensorDataset(inputs: inputs, targets: inputs),
      loss: .meanSquaredError, optimizer: SGD(), batchSize: 4, dropLast: true,
      random: RandomGenerator(seed: 1))
    #expect(try trainer.fit(epochs: 2).batches.count == 4)
  }

  @Test("a checkpoint knows it: resumed to the same bits, and not with the other setting")
  func checkpoint() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      func made(_ dropLast: Bool) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
        // Five steps of two batches of one item, or the same without the odd one.
        Trainer(
          model: Line(),
          training: TensorDataset(inputs: Tensor([1, 2, 3, 4, 5]), targets: [2, 3, 4, 5, 6]),
          loss: .meanSquaredError, optimizer: AdamW(), batchSize: 2, dropLast: dropLast,
          accumulate: 2, random: RandomGenerator(seed: 1))
      }
      let whole = made(true)
      try whole.fit(epochs: 1)
      try whole.save(to: path)
      let rest = made(true)
      try rest.resume(from: path)
      try whole.fit(epochs: 2)
      try rest.fit(epochs: 2)
      #expect(rest.model.slope.value == whole.model.slope.value)
      let error = try #require(throws: ModelFileError.self) { try made(false).resume(from: path) }
      #expect(error.reason == "its epochs had 4 items, here they have 5: was dropLast another?")
    }
  }
}
