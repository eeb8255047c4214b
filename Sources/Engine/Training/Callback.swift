/// What else is to happen while a model trains: a struct of closures, with the common ones as
/// static members.
///
///     Trainer(…, callbacks: [.stopEarly(patience: 3), .keepBest(of: model)])
public struct Callback {
  /// Whether the training goes on.
  public enum Decision: Sendable { case proceed, stop }

  /// Called after each optimizer step.
  public var afterBatch: (BatchMoment) -> Decision
  /// Called after each epoch, when it has been validated.
  public var afterEpoch: (EpochRecord) -> Decision
  /// Called at the end of each `fit`, also when it was stopped or failed.
  public var atEnd: () -> Void

  public init(
    afterBatch: @escaping (BatchMoment) -> Decision = { _ in .proceed },
    afterEpoch: @escaping (EpochRecord) -> Decision = { _ in .proceed },
    atEnd: @escaping () -> Void = {}
  ) {
    self.afterBatch = afterBatch
    self.afterEpoch = afterEpoch
    self.atEnd = atEnd
  }

  /// Where the training is.
  public struct BatchMoment: Sendable, Equatable {
    /// Counted from 1, over all calls of `fit`.
    public var epoch: Int
    /// Counted from 1 within the epoch.
    public var batch: Int
    public var batchesPerEpoch: Int
    public var record: History.BatchRecord
  }
}

extension Callback {
  /// Stops after the first epoch for which `condition` is true.
  public static func stop(when condition: @escaping (EpochRecord) -> Bool) -> Callback {
    Callback(afterEpoch: { condition($0) ? .stop : .proceed })
  }

  /// Stops when a figure, smaller being better, has not improved for some epochs.
  ///
  /// - Parameters:
  ///   - patience: how many epochs in a row may pass without an improvement.
  ///   - threshold: by how much the figure must fall to count as improved.
  ///   - figure: what is watched.
  public static func stopEarly(
    patience: Int, threshold: Double = 0,
    watching figure: @escaping (EpochRecord) -> Double? = { $0.validationLoss }
  ) -> Callback {
    let watch = ImprovementWatch(threshold: threshold)
    return Callback(afterEpoch: { epoch in
      watch.note(required(figure(epoch), for: "stopEarly"))
      return watch.epochsWithoutImprovement >= patience ? .stop : .proceed
    })
  }

  /// Puts back, at the end, the parameters of the epoch whose figure was the smallest.
  public static func keepBest(
    of layer: some Layer,
    watching figure: @escaping (EpochRecord) -> Double? = { $0.validationLoss }
  ) -> Callback {
    let variables = layer.parameters.map(\.variable)
    let watch = ImprovementWatch(threshold: 0)
    var best: [Tensor]?
    return Callback(
      afterEpoch: { epoch in
        if watch.note(required(figure(epoch), for: "keepBest")) { best = variables.map(\.value) }
        return .proceed
      },
      atEnd: {
        guard let best else { return }
        for (variable, value) in zip(variables, best) { variable.value = value }
      })
  }

  private static func required(_ figure: Double?, for callback: String) -> Double {
    guard let figure else {
      fatalError("Callback.\(callback): the figure to watch is missing; is there validation data?")
    }
    return figure
  }
}

/// The smallest figure so far, and for how long it has been so. A class, since the closures of
/// one callback share it.
private final class ImprovementWatch {
  private let threshold: Double
  private var best = Double.infinity
  private(set) var epochsWithoutImprovement = 0

  init(threshold: Double) { self.threshold = threshold }

  /// Takes note of an epoch's figure; true when it is better than all before.
  @discardableResult
  func note(_ figure: Double) -> Bool {
    if figure < best - threshold {
      best = figure
      epochsWithoutImprovement = 0
      return true
    }
    epochsWithoutImprovement += 1
    return false
  }
}
