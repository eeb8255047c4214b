import Engine
import Testing

struct PlateauTests {
  struct Figures: Decodable {
    var figures: [Double?]
    var rate, factor: Double
    var patience: Int
    var threshold: Double
    var cooldown: Int
    var lowest: Double
    var rates: [Double]
  }

  private func trainer(
    _ callbacks: [Callback]
  ) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
    Trainer(
      model: Line(), training: Line.points, loss: .meanSquaredError,
      optimizer: SGD(learningRate: 0.1), batchSize: 5, random: RandomGenerator(seed: 1),
      callbacks: callbacks)
  }

  @Test("the rate of each epoch as PyTorch's ReduceLROnPlateau sets it")
  func reference() throws {
    let cases = try ReferenceFile.read("plateau", as: [Figures].self)
    #expect(cases.count == 11)
    for figures in cases {
      let callback = Callback.reduceOnPlateau(
        factor: figures.factor, patience: figures.patience, threshold: figures.threshold,
        cooldown: figures.cooldown, lowest: figures.lowest,
        watching: { figures.figures[$0.epoch - 1] ?? .nan })
      let batches = try trainer([callback]).fit(
        epochs: figures.rates.count, schedule: .constant(figures.rate)
      ).batches
      // Two batches an epoch, with the same rate.
      for (index, batch) in batches.enumerated() {
        #expect((batch.learningRate / figures.rates[index / 2] - 1).magnitude < 1e-12, "\(figures)")
      }
    }
  }

  @Test("it reduces the rate of a schedule and of the rule; the next fit begins with the whole")
  func beside() throws {
    let callback = Callback.reduceOnPlateau(factor: 0.5, patience: 0, watching: { _ in 1 })
    let trainer = trainer([callback])
    let scheduled = try trainer.fit(epochs: 3, schedule: .linear(from: 0.6, to: 0.1))
    let expected = [0.6, 0.5, 0.4, 0.3, 0.1, 0.05]
    for (batch, rate) in zip(scheduled.batches, expected) {
      #expect((batch.learningRate - rate).magnitude < 1e-12)
    }
    #expect(trainer.rule.learningRate == 0.1)
    let own = try trainer.fit(epochs: 3)
    #expect(own.batches.map(\.learningRate) == [0.1, 0.1, 0.1, 0.1, 0.05, 0.05])
    #expect(trainer.rule.learningRate == 0.1)
  }

  @Test("a resumed training remembers what came before")
  func resumed() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      func plateau() -> Callback {
        .reduceOnPlateau(factor: 0.5, patience: 1, watching: { _ in 1 })
      }
      let whole = trainer([plateau()])
      whole.callbacks.append(
        Callback(afterEpoch: { [unowned whole] record in
          if record.epoch == 4 { try whole.save(to: path) }
          return .proceed
        }))
      try whole.fit(epochs: 7)
      let rest = trainer([plateau(), Callback()])
      try rest.resume(from: path)
      try rest.fit(epochs: 7)
      #expect(rest.history == whole.history)
      #expect(Set(whole.history.batches.map(\.learningRate)).count == 3)
    }
  }
}
