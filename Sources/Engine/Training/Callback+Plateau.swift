extension Callback {
  /// Makes the learning rate smaller when a figure, smaller being better, has not improved for some
  /// epochs.
  ///
  /// After more than `patience` epochs in a row without an improvement, the rate of the rule or the
  /// schedule is multiplied by `factor` from then on, once more each time that happens. An
  /// improvement is a figure below best · (1 − threshold), and NaN is none. The reductions last until
  /// the end of the `fit`. (PyTorch: `ReduceLROnPlateau` in its mode `min`, with the same defaults.)
  ///
  /// - Parameters:
  ///   - factor: above 0 and below 1.
  ///   - patience: how many epochs in a row may pass without an improvement.
  ///   - threshold: what share of the best figure an improvement must be, from 0 to below 1.
  ///   - cooldown: for how many epochs after a reduction none is counted.
  ///   - lowest: the rate is not made smaller than this.
  ///   - figure: what is watched.
  public static func reduceOnPlateau(
    factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, cooldown: Int = 0,
    lowest: Double = 0,
    watching figure: @escaping (EpochRecord) -> Double? = { $0.validationLossIfPresent }
  ) -> Callback {
    let owner = "Callback.reduceOnPlateau"
    if !(factor > 0 && factor < 1) {
      Engine.stop(owner, "the factor must be above 0 and below 1; it is \(factor)")
    }
    if patience < 0 || cooldown < 0 {
      Engine.stop(
        owner, "patience and cooldown must be 0 or more; they are \(patience) and \(cooldown)")
    }
    Hyperparameters.requireShare(owner, "the threshold", threshold)
    Hyperparameters.requireRate(owner, "the lowest rate", lowest)
    let start = Plateau(patience: patience, threshold: threshold, cooldown: cooldown)
    var plateau = start
    func note(_ epoch: EpochRecord) {
      plateau.note(required(figure(epoch), for: "reduceOnPlateau"))
    }
    return Callback(
      atStart: { before in
        plateau = start
        for epoch in before.epochs { note(epoch) }
        return .proceed
      },
      afterEpoch: { epoch in
        note(epoch)
        return .proceed
      },
      adjustLearningRate: { rate in
        (0..<plateau.reductions).reduce(rate) { rate, _ in max(rate * factor, min(rate, lowest)) }
      })
  }
}

/// Counts how often a figure has stopped falling.
private struct Plateau {
  let patience: Int
  let threshold: Double
  let cooldown: Int
  private(set) var reductions = 0
  private var best = Double.infinity
  private var epochsWithoutImprovement = 0
  private var cooldownLeft = 0

  init(patience: Int, threshold: Double, cooldown: Int) {
    self.patience = patience
    self.threshold = threshold
    self.cooldown = cooldown
  }

  mutating func note(_ figure: Double) {
    if figure < best * (1 - threshold) {
      best = figure
      epochsWithoutImprovement = 0
    } else {
      epochsWithoutImprovement += 1
    }
    if cooldownLeft > 0 {
      cooldownLeft -= 1
      epochsWithoutImprovement = 0
    }
    if epochsWithoutImprovement > patience {
      reductions += 1
      cooldownLeft = cooldown
      epochsWithoutImprovement = 0
    }
  }
}
