import Engine
import Foundation
import Testing

struct CallbackTests {
  private func trainer(_ callbacks: [Callback]) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
    trainer(Line(), callbacks)
  }

  private func trainer(_ model: Line, _ callbacks: [Callback]) -> Trainer<
    Line, TensorDataset<Tensor, Tensor>
  > {
    Trainer(
      model: model, training: Line.points, validation: Line.points, loss: .meanSquaredError,
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

  private struct Interruption: Error {}

  @Test("an error of a callback comes out of fit; the trainer goes on from the last step")
  func throwingCallback() throws {
    var ended = 0
    let failing = Callback(
      afterBatch: { moment in
        if moment.epoch == 1 && moment.batch == 1 { throw Interruption() }
        return .proceed
      }, atEnd: { ended += 1 })
    let trainer = trainer([failing])
    #expect(throws: Interruption.self) {
      try trainer.fit(epochs: 2, schedule: .constant(0.2))
    }
    #expect(ended == 1)
    #expect(trainer.history.batches.count == 1)
    #expect(trainer.rule.learningRate == 0.1)
    let rest = try trainer.fit(epochs: 1)
    #expect(rest.epochs.map(\.epoch) == [2])
    #expect(rest.batches.count == 2)
    #expect(trainer.history.batches.count == 3)
  }

  @Test("an error at the start, too, announces the end")
  func throwingStart() {
    var ended = 0
    let failing = Callback(atStart: { _ in throw Interruption() }, atEnd: { ended += 1 })
    let trainer = trainer([failing])
    #expect(throws: Interruption.self) { try trainer.fit(epochs: 1) }
    #expect(ended == 1)
    #expect(trainer.history.batches.isEmpty)
  }

  @Test("the trainer can be told to stop; the next fit trains again")
  func stopMethod() throws {
    let trainer = trainer([])
    trainer.callbacks.append(
      Callback(afterBatch: { [unowned trainer] moment in
        if moment.epoch == 2 { trainer.stop() }
        return .proceed
      }))
    let stopped = try trainer.fit(epochs: 3)
    #expect(stopped.epochs.count == 1)
    #expect(stopped.batches.count == 3)
    trainer.callbacks = []
    #expect(try trainer.fit(epochs: 2).epochs.map(\.epoch) == [3, 4])
  }

  @Test("a second fit watches anew")
  func watchedAnew() throws {
    let figures = [3.0, 1, 2, 4, 3, 5]
    let model = Line()
    var seen: [Tensor] = []
    let record = Callback(afterEpoch: { _ in
      seen.append(model.slope.value)
      return .proceed
    })
    let early = Callback.stopEarly(patience: 1, watching: { figures[$0.epoch - 1] })
    let best = Callback.keepBest(of: model, watching: { figures[$0.epoch - 1] })
    let trainer = trainer(model, [record, early, best])
    #expect(try trainer.fit(epochs: 6).epochs.map(\.epoch) == [1, 2, 3])
    #expect(model.slope.value == seen[1])
    #expect(try trainer.fit(epochs: 6).epochs.map(\.epoch) == [4, 5, 6])
    #expect(model.slope.value == seen[4])
  }

  @Test("Ctrl-C ends the training, not the program; afterwards it is the program's again")
  func interrupt() async {
    await #expect(processExitsWith: .exitCode(7)) {
      // Whoever runs the tests may have blocked it, or told them to ignore it.
      var interrupt = sigset_t()
      sigemptyset(&interrupt)
      sigaddset(&interrupt, SIGINT)
      pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
      signal(SIGINT, SIG_DFL)
      let callbacks = [
        Callback(afterBatch: { moment in
          if moment.epoch == 2 && moment.batch == 1 { raise(SIGINT) }
          return .proceed
        }), Callback.stopOnInterrupt,
      ]
      let trainer = CallbackTests().trainer(callbacks)
      let stopped = try trainer.fit(epochs: 3)
      guard stopped.batches.count == 3, stopped.epochs.count == 1 else { exit(1) }
      trainer.callbacks.removeFirst()
      guard try trainer.fit(epochs: 1).epochs.count == 1 else { exit(2) }
      guard signal(SIGINT, SIG_DFL) == nil else { exit(3) }
      exit(7)
    }
  }
}
