extension Callback {
  /// Stops after the first epoch for which `condition` is true.
  public static func stop(when condition: @escaping (EpochRecord) -> Bool) -> Callback {
    Callback(afterEpoch: { condition($0) ? .stop : .proceed })
  }

  /// Stops when a figure, smaller being better, has not improved for some epochs. NaN is no
  /// improvement.
  ///
  /// - Parameters:
  ///   - patience: after how many epochs in a row without an improvement to stop, at least 1.
  ///   - threshold: by how much the figure must fall to count as improved.
  ///   - figure: what is watched.
  public static func stopEarly(
    patience: Int, threshold: Double = 0,
    watching figure: @escaping (EpochRecord) -> Double? = { $0.validationLossIfPresent }
  ) -> Callback {
    Hyperparameters.requireCount("Callback.stopEarly", "patience", patience)
    Hyperparameters.requireRate("Callback.stopEarly", "the threshold", threshold)
    var watch = ImprovementWatch(threshold: threshold)
    func isOver(_ epoch: EpochRecord) -> Bool {
      watch.note(required(figure(epoch), for: "stopEarly"))
      return watch.epochsWithoutImprovement >= patience
    }
    return Callback(
      atStart: { before in
        watch = ImprovementWatch(threshold: threshold)
        return before.epochs.reduce(false) { isOver($1) || $0 } ? .stop : .proceed
      },
      afterEpoch: { isOver($0) ? .stop : .proceed })
  }

  /// Puts back, at the end, the parameters of the epoch whose figure was the smallest of this
  /// `fit`; NaN is never the smallest.
  public static func keepBest(
    of layer: some Layer,
    watching figure: @escaping (EpochRecord) -> Double? = { $0.validationLossIfPresent }
  ) -> Callback {
    let best = BestParameters(of: layer.parameters.map(\.variable))
    var callback = Callback(
      atStart: { before in
        best.start(with: before.epochs.map { ($0.epoch, required(figure($0), for: "keepBest")) })
        return .proceed
      },
      afterEpoch: { epoch in
        best.note(epoch.epoch, required(figure(epoch), for: "keepBest"))
        return .proceed
      },
      atEnd: { best.putBack() })
    callback.memory = Memory(
      read: { best.memory }, accepts: { best.accepts($0) }, write: { best.memory = $0 })
    return callback
  }

  static func required(_ figure: Double?, for callback: String) -> Double {
    guard let figure else {
      Engine.stop(
        "Callback.\(callback)", "the figure to watch is missing; is there validation data?")
    }
    return figure
  }
}
