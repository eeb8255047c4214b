extension Trainer {
  /// Trains for some epochs; each looks at every training item once, in a new random order.
  ///
  /// - Parameters:
  ///   - epochs: how many.
  ///   - schedule: for learning rate and momentum over all the steps of this call, after which
  ///     the optimizer has its own again; nil keeps these all along.
  /// - Returns: the history of this call alone; ``history`` holds that of all.
  /// - Throws: ``TrainingDiverged`` when a batch's loss is infinite or not a number.
  @discardableResult
  public func fit(epochs: Int, schedule: Schedule? = nil) throws -> History {
    if epochs < 1 { return History() }
    let ownRule = optimizer.rule
    defer {
      optimizer.rule = ownRule
      for callback in callbacks { callback.atEnd() }
    }
    var run = Run(
      schedule: schedule, totalSteps: epochs * batchesPerEpoch,
      epochs: epochsBegun + 1...epochsBegun + epochs)
    for epoch in run.epochs {
      epochsBegun = epoch
      if try trainEpoch(epoch, &run) == .stop { break }
      if finishEpoch(epoch, &run) == .stop { break }
    }
    return run.history
  }

  /// What lasts for one call of `fit`.
  private struct Run {
    let schedule: Schedule?
    let totalSteps: Int
    let epochs: ClosedRange<Int>
    var step = 0
    var smoothedLoss = SmoothedLoss()
    var history = History()
    var progress: ProgressMeter

    init(schedule: Schedule?, totalSteps: Int, epochs: ClosedRange<Int>) {
      self.schedule = schedule
      self.totalSteps = totalSteps
      self.epochs = epochs
      progress = ProgressMeter(totalSteps: totalSteps, epochs: epochs)
    }
  }

  private func trainEpoch(_ epoch: Int, _ run: inout Run) throws -> Callback.Decision {
    let order = order(ofEpoch: epoch)
    for batch in 0..<batchesPerEpoch {
      let positions = order[batch * batchSize..<min((batch + 1) * batchSize, order.count)]
      let record = try trainBatch(Array(positions), epoch: epoch, batch: batch + 1, &run)
      let moment = Callback.BatchMoment(
        epoch: epoch, batch: batch + 1, batchesPerEpoch: batchesPerEpoch, record: record)
      if decide({ $0.afterBatch(moment) }) == .stop { return .stop }
    }
    return .proceed
  }

  private func trainBatch(
    _ positions: [Int], epoch: Int, batch number: Int, _ run: inout Run
  ) throws -> History.BatchRecord {
    if let schedule = run.schedule {
      let setting = schedule.setting(atStep: run.step, of: run.totalSteps)
      optimizer.rule = optimizer.rule.with(setting)
    }
    let learningRate = optimizer.rule.learningRate
    let batchLoss = lossWithGradients(of: training.batch(at: positions))
    guard batchLoss.isFinite else {
      throw TrainingDiverged(
        epoch: epoch, batch: number, loss: batchLoss, learningRate: learningRate)
    }
    optimizer.step()
    run.step += 1
    run.smoothedLoss.add(batchLoss)
    let record = History.BatchRecord(
      position: Double(epoch - 1) + Double(number) / Double(batchesPerEpoch), loss: batchLoss,
      smoothedLoss: run.smoothedLoss.value, learningRate: learningRate)
    run.history.batches.append(record)
    history.batches.append(record)
    run.progress.report(step: run.step, epoch: epoch, loss: record.smoothedLoss)
    return record
  }

  /// The loss of a batch; leaves the gradients in the parameters unless the loss is not finite.
  private func lossWithGradients(of batch: Batch<TrainedModel.Input>) -> Double {
    gradients {
      let batchLoss = loss(model(batch.input), batch.targets)
      let value = batchLoss.value.item
      if value.isFinite { batchLoss.backward() }
      return Double(value)
    }
  }

  private func finishEpoch(_ epoch: Int, _ run: inout Run) -> Callback.Decision {
    let figures = validation.map { evaluate(on: $0) }
    let record = EpochRecord(
      epoch: epoch, trainingLoss: run.smoothedLoss.value, validationLoss: figures?.loss,
      metrics: figures?.metrics ?? [])
    run.history.epochs.append(record)
    history.epochs.append(record)
    return decide { $0.afterEpoch(record) }
  }

  /// All callbacks are asked, also when one has said to stop.
  private func decide(_ ask: (Callback) -> Callback.Decision) -> Callback.Decision {
    callbacks.reduce(.proceed) { decision, callback in
      ask(callback) == .stop ? .stop : decision
    }
  }
}
