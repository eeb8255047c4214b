import Engine
import Testing

struct CallbackTests {
  private func trainer(_ callbacks: [Callback]) -> Trainer<Line, TensorDataset, SGD> {
    trainer(Line(), callbacks)
  }

  private func trainer(_ model: Line, _ callbacks: [Callback]) -> Trainer<
    Line, TensorDataset, SGD
  > {
    Trainer(
      model: model, training: Line.points, validation: Line.points,
      optimizer: SGD(learningRate: 0.1), batchSize: 5, random: RandomGenerator(seed: 1),
      callbacks: callbacks)
  }

  /// Plays back figures as if epochs had them.
  private func stopsAfter(_ figures: [Double], patience: Int, threshold: Double = 0) throws -> Int {
    let early = Callback.stopEarly(
      patience: patience, threshold: threshold, watching: { figures[$0.epoch - 1] })
    return try trainer([early]).fit(epochs: figures.count).epochs.count
  }

  @Test(
    "early stopping waits for as many epochs as it has patience",
    arguments: [
      ([5, 4, 3, 2, 1], 1, 0, 5),
      ([5, 6, 4, 1, 1], 1, 0, 2),
      ([5, 6, 4, 4.5, 4.2, 1], 2, 0, 5),
      ([5, 4.9, 4.8, 4.7, 1], 2, 0.5, 3),
      ([5, 5, 5, 5], 3, 0, 4),
    ] as [([Double], Int, Double, Int)])
  func earlyStopping(_ figures: [Double], _ patience: Int, _ threshold: Double, _ epochs: Int)
    throws
  {
    #expect(try stopsAfter(figures, patience: patience, threshold: threshold) == epochs)
  }

  @Test("the parameters of the best epoch are put back")
  func keepBest() throws {
    let figures = [3.0, 1, 2, 4]
    let model = Line()
    var seen: [Tensor] = []
    let record = Callback(afterEpoch: { _ in
      seen.append(model.slope.value)
      return .proceed
    })
    let best = Callback.keepBest(of: model, watching: { figures[$0.epoch - 1] })
    try trainer(model, [record, best]).fit(epochs: 4)
    #expect(model.slope.value == seen[1])
    #expect(Set(seen.map { $0.scalars[0] }).count == 4)
  }

  @Test("a callback may stop after an epoch or a batch; the end is announced")
  func stopping() throws {
    let byEpoch = try trainer([.stop(when: { $0.epoch == 2 })]).fit(epochs: 5)
    #expect(byEpoch.epochs.count == 2)
    var ended = 0
    let callback = Callback(
      afterBatch: { $0.epoch == 2 && $0.batch == 1 ? .stop : .proceed }, atEnd: { ended += 1 })
    let byBatch = try trainer([callback]).fit(epochs: 5)
    #expect(byBatch.epochs.count == 1)
    #expect(byBatch.batches.count == 3)
    #expect(ended == 1)
  }
}
