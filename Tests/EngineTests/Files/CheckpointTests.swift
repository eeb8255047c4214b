import Testing

@testable import Engine

/// A training that was interrupted goes on as if it had not been.
struct CheckpointTests {
  /// Factors, with noise in the training, as dropout makes it.
  struct Noisy: Model {
    let factors: Factorization

    func callAsFunction(_ pairs: Pairs) -> Variable {
      guard var random = Training.current?.nextGenerator() else { return factors(pairs) }
      return factors(pairs) + Tensor.normal([pairs.left.count], using: &random)
    }
  }

  private static let epochs = 4
  private static let figures = [1.0, 0.5, 0.7, 0.6]

  private func trainer(
    seed: UInt64 = 1, items: Int = 100, batchSize: Int = 16
  ) -> Trainer<Noisy, PairDataset> {
    let model = Noisy(factors: Factorization(lefts: 9, rights: 13, width: 5, seed: seed))
    return Trainer(
      model: model, training: PairDataset(lefts: 9, rights: 13, count: items, seed: 8),
      validation: PairDataset(lefts: 9, rights: 13, count: 20, seed: 9), loss: .meanSquaredError,
      optimizer: AdamW(weightDecay: 0.1), metrics: [.meanAbsoluteError], batchSize: batchSize,
      random: RandomGenerator(seed: seed),
      callbacks: [
        .keepBest(of: model, watching: { Self.figures[$0.epoch - 1] }),
        .stopEarly(patience: 2, watching: { Self.figures[$0.epoch - 1] }),
      ])
  }

  private func fit(_ trainer: Trainer<Noisy, PairDataset>) throws -> History {
    try trainer.fit(epochs: Self.epochs, schedule: .oneCycle(peak: 0.02))
  }

  private func bits(_ trainer: Trainer<Noisy, PairDataset>) -> [[UInt32]] {
    trainer.model.parameters.map { $0.variable.value.scalars.map(\.bitPattern) }
  }

  /// Saves when `isMoment`, and goes on to the end.
  private func run(
    savingTo path: String, afterBatch: (Int, Int)? = nil, afterEpoch: Int? = nil
  ) throws -> (bits: [[UInt32]], history: History) {
    let trainer = trainer()
    // Before the others: they have not yet taken note of the epoch when it saves.
    trainer.callbacks.append(Callback())
    trainer.callbacks.insert(
      Callback(
        afterBatch: { [unowned trainer] moment in
          if let afterBatch, afterBatch == (moment.epoch, moment.batch) {
            try trainer.save(to: path)
          }
          return .proceed
        },
        afterEpoch: { [unowned trainer] epoch in
          if epoch.epoch == afterEpoch { try trainer.save(to: path) }
          return .proceed
        }), at: 0)
    let history = try fit(trainer)
    return (bits(trainer), history)
  }

  /// As a new program would: everything made anew, with another seed.
  private func resumed(from path: String) throws -> (bits: [[UInt32]], history: History) {
    let trainer = trainer(seed: 99)
    trainer.callbacks.append(Callback())
    trainer.callbacks.insert(Callback(), at: 0)
    try trainer.resume(from: path)
    let history = try fit(trainer)
    return (bits(trainer), history)
  }

  @Test(
    "resumed in the middle of an epoch, at its last batch, and at the first of all",
    arguments: [(1, 1), (2, 3), (2, 7), (3, 1), (4, 6)])
  func afterBatch(epoch: Int, batch: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      let whole = try run(savingTo: path, afterBatch: (epoch, batch))
      let rest = try resumed(from: path)
      #expect(whole.history.batches.count == Self.epochs * 7)
      #expect(rest.bits == whole.bits)
      #expect(rest.history == whole.history)
    }
  }

  @Test("resumed between epochs, the best just seen or long ago", arguments: [1, 2, 3, 4])
  func afterEpoch(_ epoch: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      let whole = try run(savingTo: path, afterEpoch: epoch)
      let rest = try resumed(from: path)
      #expect(rest.bits == whole.bits)
      #expect(rest.history == whole.history)
    }
  }

  @Test("saved between two fits, the second goes on by itself")
  func betweenFits() throws {
    try withTemporaryFolder { folder in
      let whole = trainer()
      try whole.fit(epochs: 1)
      try whole.save(to: folder + "/checkpoint")
      let rest = trainer(seed: 99)
      try rest.resume(from: folder + "/checkpoint")
      #expect(rest.history == whole.history)
      #expect(try rest.fit(epochs: 2) == whole.fit(epochs: 2))
      #expect(bits(rest) == bits(whole))
    }
  }

  @Test("a trainer saves by itself; an error of writing comes out of fit")
  func savesItself() throws {
    try withTemporaryFolder { folder in
      let saving = trainer()
      saving.saveCheckpoints(to: folder + "/checkpoint", everyBatches: 3)
      saving.callbacks.append(
        Callback(afterBatch: { $0.epoch == 2 && $0.batch == 5 ? .stop : .proceed }))
      _ = try fit(saving)
      let rest = trainer(seed: 99)
      rest.callbacks += [Callback(), Callback()]
      try rest.resume(from: folder + "/checkpoint")
      #expect(rest.history.batches.count == 7 + 3)
      let failing = trainer()
      failing.saveCheckpoints(to: folder + "/missing/checkpoint", everyBatches: 3)
      #expect(throws: ModelFileError.self) { try fit(failing) }
    }
  }

  struct Unfit: Sendable {
    let what: String
    let reason: String
    let change: @Sendable (inout SafeTensors) -> Void

    init(
      _ what: String, _ reason: String, _ change: @escaping @Sendable (inout SafeTensors) -> Void
    ) {
      self.what = what
      self.reason = reason
      self.change = change
    }
  }

  static let unfit: [Unfit] = [
    Unfit("weights alone", "this is no checkpoint of a training") { file in file.metadata = [:] },
    Unfit("no place", "“items” in its metadata is not a list of 4 numbers") { file in
      file.metadata["items"] = "1 2 3"
    },
    Unfit("a huge place", "“progress” in its metadata is not a list of 7") { file in
      file.metadata["progress"] = "1 99999999999 7 0 0 3 1"
    },
    Unfit("an impossible place", "the place inside the training is impossible") { file in
      file.metadata["progress"] = "1 4 7 0 0 29 1"
    },
    Unfit("history cut", "the place inside the training is impossible") { file in
      file.metadata["progress"] = "1 4 7 11 0 3 1"
    },
    Unfit("other epochs", "its epochs had 8 steps, here they have 7") { file in
      file.metadata["progress"] = "1 4 8 0 0 3 1"
    },
    Unfit("no generator", "the random generator's state is incomplete") { file in
      file.metadata["random"] = "1 2"
    },
    Unfit("another data set", "it was made with 99 training items, 16 a step; here are 100") {
      file in
      file.metadata["items"] = "99 16 2 2"
    },
    Unfit("other callbacks", "its trainer had other callbacks") { file in
      file.metadata["items"] = "100 16 2 3"
    },
    Unfit("no such parameter", "this model has no parameter factors.l.weight, factors.lBias.weight")
    {
      file in file = file.renamed { $0.replacing("left", with: "l") }
    },
    Unfit("a parameter missing", "it has no parameter factors.left.weight; it has factors.right") {
      file in file = file.renamed { $0 == "model.factors.left.weight" ? "other" : $0 }
    },
    Unfit("another optimizer", "another optimizer's memory of factors.left.weight") { file in
      file = file.renamed { $0.replacing("optimizer.first", with: "optimizer.mean") }
    },
  ]

  @Test("what does not fit is said, and changes nothing", arguments: unfit.indices)
  func refused(index: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      let saved = trainer()
      saved.callbacks.append(
        Callback(afterBatch: { [unowned saved] moment in
          if moment.epoch == 2 && moment.batch == 3 { try saved.save(to: path) }
          return .proceed
        }))
      _ = try fit(saved)
      var file = try SafeTensors(path: path)
      file.metadata["items"] = "100 16 2 2"
      Self.unfit[index].change(&file)
      try file.write(to: path)
      try expectNothingChanges(path, Self.unfit[index].reason)
    }
  }

  @Test("so is a truncated or foreign file, or none")
  func damaged() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      try trainer().save(to: path)
      let bytes = try FileBytes.read(path)
      try FileBytes.replace(path, with: [bytes.dropLast()])
      try expectNothingChanges(path, "is the file truncated?")
      try FileBytes.replace(path, with: [Array("not a checkpoint".utf8)[...]])
      try expectNothingChanges(path, "no safetensors file")
      try expectNothingChanges(folder + "/other", "there is no such file")
    }
  }

  private func expectNothingChanges(_ path: String, _ reason: String) throws {
    let trainer = trainer()
    try trainer.fit(epochs: 1)
    let before = (bits(trainer), trainer.history)
    let error = try #require(throws: ModelFileError.self) { try trainer.resume(from: path) }
    #expect(error.reason.contains(reason), "\(error)")
    #expect(error.path == path)
    #expect(bits(trainer) == before.0 && trainer.history == before.1)
    let undisturbed = self.trainer()
    try undisturbed.fit(epochs: 2)
    try trainer.fit(epochs: 1)
    #expect(bits(trainer) == bits(undisturbed))
  }
}
