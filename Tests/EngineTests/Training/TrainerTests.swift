import Engine
import Testing

struct TrainerTests {
  private func lineTrainer(
    learningRate: Double = 0.1, momentum: Double = 0, metrics: [Metric<Tensor>] = [],
    limitBatches: Int? = nil, seed: UInt64 = 1, callbacks: [Callback] = []
  ) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
    Trainer(
      model: Line(), training: Line.points, validation: Line.points, loss: .meanSquaredError,
      optimizer: SGD(learningRate: learningRate, momentum: momentum), metrics: metrics,
      batchSize: 4, limitBatches: limitBatches, random: RandomGenerator(seed: seed),
      callbacks: callbacks)
  }

  @Test("a line is found")
  func line() throws {
    let trainer = lineTrainer(momentum: 0.9)
    try trainer.fit(epochs: 200)
    #expect((trainer.model.slope.value.scalars[0] - 2).magnitude < 1e-3)
    #expect((trainer.model.intercept.value.scalars[0] - 1).magnitude < 1e-3)
    let last = try #require(trainer.history.epochs.last)
    #expect(last.epoch == 200)
    #expect(last.validationLoss < 1e-6)
  }

  @Test("batches, epochs and what they record")
  func records() throws {
    let trainer = lineTrainer(metrics: [.rootMeanSquaredError, .meanAbsoluteError])
    let history = try trainer.fit(epochs: 2)
    // Ten points in batches of four: two full ones and one of two.
    #expect(trainer.batchesPerEpoch == 3)
    #expect(history.batches.count == 6)
    #expect(history.epochs.map(\.epoch) == [1, 2])
    #expect((history.batches[0].smoothedLoss - history.batches[0].loss).magnitude < 1e-12)
    let thirds = [1.0 / 3, 2.0 / 3, 1]
    #expect(history.batches.map(\.position) == thirds + thirds.map { $0 + 1 })
    let last = history.epochs[1]
    #expect(last.trainingLoss == history.batches[5].smoothedLoss)
    #expect(last.metrics.map(\.name) == ["RMSE", "MAE"])
    let root = last.validationLoss.squareRoot()
    #expect((last.metrics[0].value - root).magnitude < 1e-6)
  }

  @Test("the smoothed loss keeps 0.98 of itself, made up for its start at zero")
  func smoothing() throws {
    let batches = try lineTrainer().fit(epochs: 1).batches
    let average = (batches[0].loss * 0.98 + batches[1].loss) * 0.02
    #expect((batches[1].smoothedLoss - average / (1 - 0.98 * 0.98)).magnitude < 1e-12)
  }

  @Test("a fit in two calls is the fit in one, to the bit")
  func continued() throws {
    let whole = lineTrainer(momentum: 0.9)
    let split = lineTrainer(momentum: 0.9)
    try whole.fit(epochs: 5)
    try split.fit(epochs: 2)
    let rest = try split.fit(epochs: 3)
    #expect(whole.model.slope.value == split.model.slope.value)
    #expect(whole.history.batches.map(\.loss) == split.history.batches.map(\.loss))
    #expect(rest.epochs.map(\.epoch) == [3, 4, 5])
  }

  @Test("each epoch has an order of its own, each seed other ones")
  func shuffling() throws {
    let first = try lineTrainer(learningRate: 0, seed: 1).fit(epochs: 2).batches.map(\.loss)
    let again = try lineTrainer(learningRate: 0, seed: 1).fit(epochs: 2).batches.map(\.loss)
    let other = try lineTrainer(learningRate: 0, seed: 2).fit(epochs: 2).batches.map(\.loss)
    #expect(first == again)
    #expect(first != other)
    #expect(first[..<3] != first[3...])
  }

  @Test("an epoch looks at every item once")
  func everyItem() throws {
    let losses = try lineTrainer(learningRate: 0).fit(epochs: 1).batches.map(\.loss)
    let sum = losses[0] * 4 + losses[1] * 4 + losses[2] * 2
    let expected = Metric.meanSquaredError(Tensor.zeros([10]), Line.points.targets) * 10
    #expect((sum - expected).magnitude < 1e-4)
  }

  @Test("the schedule runs over all steps of a call; then the optimizer's own rate is back")
  func schedule() throws {
    let schedule = Schedule { step, total in
      .init(learningRate: Double(step) / Double(total), momentum: 0.5)
    }
    let trainer = lineTrainer()
    let scheduled = try trainer.fit(epochs: 2, schedule: schedule)
    #expect(scheduled.batches.map(\.learningRate) == (0..<6).map { Double($0) / 6 })
    let constant = try trainer.fit(epochs: 1)
    #expect(constant.batches.map(\.learningRate) == [0.1, 0.1, 0.1])
    #expect(trainer.rule.momentum == 0)
  }

  @Test("the schedule's momentum reaches the optimizer")
  func scheduledMomentum() throws {
    let own = lineTrainer(momentum: 0.9)
    let scheduled = lineTrainer()
    try own.fit(epochs: 2)
    try scheduled.fit(epochs: 2, schedule: .constant(0.1, momentum: 0.9))
    #expect(own.model.slope.value == scheduled.model.slope.value)
  }

  @Test("a limit of batches")
  func limit() throws {
    let history = try lineTrainer(limitBatches: 2).fit(epochs: 3)
    #expect(history.batches.count == 6)
  }

  @Test("predictions come in the items' order, whatever the batches")
  func predictions() throws {
    let trainer = lineTrainer()
    try trainer.fit(epochs: 3)
    let expected = trainer.model(Line.points.inputs).value
    #expect(trainer.predictions(for: Line.points) == expected)
    let loss = Metric.meanSquaredError(expected, Line.points.targets)
    #expect((trainer.evaluate(on: Line.points).loss - loss).magnitude < 1e-7)
  }

  @Test("validation counts every item alike, also those of a short last batch")
  func validationOfManyBatches() {
    let count = 515
    let inputs = Tensor((0..<count).map { Float($0) / 100 })
    let targets = Tensor((0..<count).map { Float($0 % 7) })
    let items = TensorDataset(inputs: inputs, targets: targets)
    let trainer = Trainer(
      model: Line(), training: items, validation: items, loss: .meanSquaredError, optimizer: SGD(),
      metrics: [.meanSquaredError], random: RandomGenerator(seed: 1))
    let squares = targets.scalars.map { Double($0) * Double($0) }
    let expected = squares.reduce(0, +) / Double(count)
    let figures = trainer.evaluate(on: items)
    #expect((figures.loss - expected).magnitude < 1e-5)
    #expect((figures.metrics[0].value - expected).magnitude < 1e-5)
    #expect(trainer.predictions(for: items).shape == [count])
  }

  @Test("without items to train on the program stops and says so")
  func noItems() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let empty = TensorDataset(inputs: Tensor([Float]()), targets: Tensor([Float]()))
      _ = Trainer(
        model: Line(), training: empty, loss: .meanSquaredError, optimizer: SGD(),
        random: RandomGenerator(seed: 1))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Trainer: there are no items to train on"))
  }
}
