extension Trainer {
  /// Trains for some epochs; each looks at every training item once, in a new random order, or
  /// with ``dropLast`` at those that make whole batches.
  ///
  /// After ``resume(from:)`` from a checkpoint that was made inside a `fit`, that one goes on
  /// where it was: call it with the same number of epochs and the same schedule.
  ///
  /// - Parameters:
  ///   - epochs: how many; 0 does nothing.
  ///   - schedule: for learning rate and momentum over all the steps of this call, after which
  ///     the optimizer has its own again; nil keeps these all along.
  /// - Returns: the history of this call alone; ``history`` holds that of all.
  /// - Throws: ``TrainingDiverged`` when a batch's loss, one of its gradients, or after an epoch a
  ///   parameter is infinite or not a number; what a callback throws.
  @discardableResult
  public func fit(epochs: Int, schedule: Schedule? = nil) throws -> History {
    if epochs < 0 { Engine.stop("Trainer.fit", "\(epochs) epochs cannot be trained") }
    if epochs == 0 { return History() }
    let own = optimizer.setting
    begin(epochs: epochs)
    defer {
      isFitting = false
      optimizer.use(own)
      progress = nil
      for callback in callbacks { callback.atEnd() }
    }
    let before = historyOfThisFit
    var meter = ProgressMeter(totalSteps: progress!.totalSteps, epochs: progress!.epochs)
    var decision = try decide { try $0.atStart(before) }
    let schedule = schedule ?? .constant(own.learningRate)
    while decision == .proceed { decision = try goOn(schedule, &meter) }
    return historyOfThisFit
  }

  private func begin(epochs: Int) {
    if isFitting {
      Engine.stop("Trainer.fit", "another fit is running; was it called by a callback?")
    }
    if !optimizer.parameters.contains(where: \.requiresGradient) {
      Engine.stop(
        "Trainer.fit", "the model has no parameter to train; are all frozen? See unfreeze()")
    }
    (isFitting, isStopRequested) = (true, false)
    if let resumed = progress {
      if resumed.epochs.count != epochs {
        Engine.stop(
          "Trainer.fit",
          "the checkpoint was made in a fit of \(resumed.epochs.count) epochs, which cannot go on "
            + "as one of \(epochs)")
      }
      return
    }
    progress = FitProgress(
      epochs: epochsBegun + 1...epochsBegun + epochs, stepsPerEpoch: batchesPerEpoch,
      firstBatchRecord: history.batches.count, firstEpochRecord: history.epochs.count)
  }

  private var historyOfThisFit: History {
    guard let progress else { return History() }
    return History(
      epochs: Array(history.epochs[progress.firstEpochRecord...]),
      batches: Array(history.batches[progress.firstBatchRecord...]))
  }

  /// The next step, or the validation that ends an epoch.
  private func goOn(
    _ schedule: Schedule, _ meter: inout ProgressMeter
  ) throws -> Callback.Decision {
    let progress = progress!
    if progress.awaitsValidation { return try finishEpoch(progress.epoch) }
    if progress.step == progress.totalSteps { return .stop }
    let moment = try trainBatch(schedule)
    meter.report(
      step: progress.step + 1, epoch: moment.epoch, loss: moment.record.smoothedLoss)
    return try decide { try $0.afterBatch(moment) }
  }

  private func trainBatch(_ schedule: Schedule) throws -> Callback.BatchMoment {
    var progress = progress!
    var setting = schedule.setting(atStep: progress.step, of: progress.totalSteps)
    for callback in callbacks {
      setting.learningRate = callback.adjustLearningRate(setting.learningRate)
    }
    optimizer.use(setting)
    progress.step += 1
    progress.isEpochOpen = true
    epochsBegun = progress.epoch
    let loss = try step(epoch: progress.epoch, batch: progress.batch)
    progress.smoothedLoss.add(loss)
    let record = History.BatchRecord(
      position: Double(progress.epoch - 1) + Double(progress.batch) / Double(batchesPerEpoch),
      loss: loss, smoothedLoss: progress.smoothedLoss.value,
      learningRate: setting.learningRate)
    history.batches.append(record)
    self.progress = progress
    return Callback.BatchMoment(
      epoch: progress.epoch, batch: progress.batch, batchesPerEpoch: batchesPerEpoch,
      record: record)
  }

  private func finishEpoch(_ epoch: Int) throws -> Callback.Decision {
    let batch = progress!.batch
    try checkParameters(
      afterEpoch: epoch, batch: batch, loss: history.batches.last?.loss ?? .nan)
    let figures = validation.map { evaluate(on: $0) }
    let record = EpochRecord(
      epoch: epoch, trainingLoss: progress!.smoothedLoss.value, validationLoss: figures?.loss,
      metrics: figures?.metrics ?? [])
    history.epochs.append(record)
    progress!.isEpochOpen = false
    return try decide { try $0.afterEpoch(record) }
  }

  /// All callbacks are asked, also when one has said to stop.
  private func decide(
    _ ask: (Callback) throws -> Callback.Decision
  ) rethrows -> Callback.Decision {
    let decision = try callbacks.reduce(Callback.Decision.proceed) { decision, callback in
      try ask(callback) == .stop ? .stop : decision
    }
    return isStopRequested ? .stop : decision
  }
}
