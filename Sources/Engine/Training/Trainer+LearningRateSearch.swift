extension Trainer {
  /// Trains for some batches with a learning rate that grows by the same factor from each to the
  /// next, to see at which the loss falls best, and then takes it all back: parameters,
  /// optimizer, history and orders of the items are as before.
  ///
  ///     let search = trainer.findLearningRate()
  ///     try trainer.fit(epochs: 5, schedule: .oneCycle(peak: search.suggestion))
  ///
  /// It ends early when the smoothed loss exceeds four times its smallest value so far, or the
  /// loss or a gradient is infinite or not a number. Callbacks are not called. (fastai: `lr_find`.)
  ///
  /// - Parameters:
  ///   - start: the rate of the first batch, above 0.
  ///   - end: the rate of the last, above `start`.
  ///   - steps: how many batches; beyond an epoch's it begins another.
  public func findLearningRate(
    from start: Double = 1e-7, to end: Double = 10, steps: Int = 100
  ) -> LearningRateSearch {
    Hyperparameters.requireCount("findLearningRate", "steps", steps)
    Hyperparameters.requirePositive("findLearningRate", "the first rate", start)
    Hyperparameters.requirePositive("findLearningRate", "the last rate", end)
    if end <= start {
      Engine.stop("findLearningRate", "the rates must grow, but go from \(start) to \(end)")
    }
    let variables = model.parameters.map(\.variable)
    let (values, ownOptimizer) = (variables.map(\.value), optimizer)
    defer {
      for (variable, value) in zip(variables, values) {
        variable.value = value
        variable.gradient = nil
      }
      optimizer = ownOptimizer
    }
    let rates = Schedule.exponential(from: start, to: end).settings(steps: steps)
    return search(rates.map(\.learningRate))
  }

  private func search(_ rates: [Double]) -> LearningRateSearch {
    var losses: [Double] = []
    var smoothed: [Double] = []
    var average = SmoothedLoss()
    var order = order(ofSearch: 0)
    var place = 0
    var searchRandom = random.split("search layers")
    for (step, rate) in rates.enumerated() {
      if place == itemsPerEpoch { (order, place) = (self.order(ofSearch: step), 0) }
      let batch = order.positions(at: place..<min(place + itemsPerStep, itemsPerEpoch))
      let loss = lossWithGradients(at: batch, using: &searchRandom)
      place += batch.count
      guard loss.isFinite else { break }
      gradientClipping?.clip(optimizer.parameters)
      if optimizer.gradientFault != nil { break }
      average.add(loss)
      losses.append(loss)
      smoothed.append(average.value)
      if average.value > 4 * smoothed.min()! { break }
      optimizer.use(Schedule.Setting(learningRate: rate))
      optimizer.step()
    }
    return LearningRateSearch(
      learningRates: Array(rates.prefix(losses.count)), losses: losses, smoothedLosses: smoothed,
      plannedSteps: rates.count)
  }
}
