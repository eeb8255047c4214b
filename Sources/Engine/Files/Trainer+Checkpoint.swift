extension Trainer {
  /// Writes all that the training consists of: parameters, the optimizer's memory, the random
  /// generator, history, and, from a callback, the place inside the running `fit`.
  ///
  /// The file is a `safetensors` file; the parameters lie in it as `model.` and their names. It is
  /// written beside `path` and renamed, so there is always a whole one.
  ///
  /// - Throws: ``ModelFileError`` when the file cannot be written.
  public func save(to path: String) throws {
    try checkpoint.file.write(to: path)
  }

  /// Goes on where ``save(to:)`` was called: the steps that follow have the same bits as if there
  /// had been no interruption.
  ///
  ///     let trainer = Trainer(…)  // made as before
  ///     try trainer.resume(from: "training.checkpoint")
  ///     try trainer.fit(epochs: 5, schedule: .oneCycle(peak: 5e-3))  // called as before
  ///
  /// Model, data, optimizer, schedule and callbacks are the program's own and must be made as they
  /// were; the seeds may differ, since the file holds the generator.
  ///
  /// - Throws: ``ModelFileError`` when the file cannot be read, is no checkpoint, is damaged, or
  ///   does not fit this trainer. Nothing is changed then.
  public func resume(from path: String) throws {
    let file = try SafeTensors(path: path)
    do {
      try restore(try Checkpoint(file))
    } catch let malformed as MalformedFile {
      throw ModelFileError(path: path, reason: malformed.reason)
    }
  }

  /// Saves a checkpoint every so many batches, and after each epoch, as the last of the callbacks.
  ///
  /// An error while writing ends the training and comes out of `fit`.
  public func saveCheckpoints(to path: String, everyBatches interval: Int) {
    Hyperparameters.requireCount("saveCheckpoints", "everyBatches", interval)
    callbacks.append(
      Callback(
        afterBatch: { [unowned self] moment in
          if moment.batch % interval == 0 { try save(to: path) }
          return .proceed
        },
        afterEpoch: { [unowned self] _ in
          try save(to: path)
          return .proceed
        }))
  }

  private var checkpoint: Checkpoint {
    let names = model.parameters.map(\.name)
    return Checkpoint(
      itemCount: training.count, itemsPerStep: itemsPerStep, itemsPerEpoch: itemsPerEpoch,
      epochsBegun: epochsBegun,
      progress: progress, history: history, random: random,
      parameters: zip(names, optimizer.parameters).map { ($0, $1.value) },
      optimizerStates: zip(names, optimizer.memories).map { ($0, $1) },
      callbackMemories: callbacks.map { $0.memory?.read() ?? [] })
  }

  /// Checks everything before it changes anything.
  private func restore(_ checkpoint: Checkpoint) throws {
    try checkTraining(of: checkpoint)
    let parameters = model.parameters
    let values = try parameters.map { parameter in
      try checkpoint.value(of: parameter.name, shape: parameter.variable.value.shape)
    }
    let restored = try optimizer.with(
      memories: parameters.map { parameter in
        let tensors = checkpoint.optimizerStates.first { $0.name == parameter.name }?.tensors ?? []
        return Dictionary(tensors.map { ($0.name, $0.value) }) { first, _ in first }
      })
    for (parameter, value) in zip(parameters, values) {
      parameter.variable.value = value
      parameter.variable.gradient = nil
    }
    optimizer = restored
    for (callback, memory) in zip(callbacks, checkpoint.callbackMemories) {
      callback.memory?.write(memory)
    }
    (random, epochsBegun) = (checkpoint.random, checkpoint.epochsBegun)
    (progress, history) = (checkpoint.progress, checkpoint.history)
    orderOfEpoch = (0, WholeOrder(all: []))
  }

  private func checkTraining(of checkpoint: Checkpoint) throws {
    if isFitting { Engine.stop("Trainer.resume", "a fit is running") }
    let wanted = (checkpoint.itemCount, checkpoint.itemsPerStep)
    guard wanted == (training.count, itemsPerStep) else {
      throw MalformedFile(
        "it was made with \(wanted.0) training items, \(wanted.1) a step; here are "
          + "\(training.count), \(itemsPerStep) a step")
    }
    guard checkpoint.itemsPerEpoch == itemsPerEpoch else {
      throw MalformedFile(
        "its epochs had \(checkpoint.itemsPerEpoch) items, here they have \(itemsPerEpoch): was "
          + "dropLast another?")
    }
    let names = Set(model.parameters.map(\.name))
    let others = checkpoint.parameters.map(\.name).filter { !names.contains($0) }
    if !others.isEmpty { throw MalformedFile("this model has no parameter \(listed(others))") }
    let memories = zip(callbacks, checkpoint.callbackMemories)
    guard checkpoint.callbackMemories.count == callbacks.count,
      memories.allSatisfy({ $0.memory?.accepts($1) ?? $1.isEmpty })
    else { throw MalformedFile("its trainer had other callbacks") }
    if let progress = checkpoint.progress, progress.stepsPerEpoch != batchesPerEpoch {
      throw MalformedFile(
        "its epochs had \(progress.stepsPerEpoch) steps, here they have \(batchesPerEpoch)")
    }
  }
}
