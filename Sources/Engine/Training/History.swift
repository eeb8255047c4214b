import Display

/// How a training went: a table of epochs, and the loss and learning rate of every batch.
public struct History: Sendable, Equatable {
  /// One record for each epoch that was finished.
  public internal(set) var epochs: [EpochRecord]
  /// One record for each batch, in order.
  public internal(set) var batches: [BatchRecord]

  /// One optimizer step.
  public struct BatchRecord: Sendable, Equatable {
    /// In epochs: 1.5 is halfway through the second.
    public var position: Double
    /// Of this batch alone.
    public var loss: Double
    /// Over the batches so far, debiased.
    public var smoothedLoss: Double
    public var learningRate: Double

    public init(position: Double, loss: Double, smoothedLoss: Double, learningRate: Double) {
      self.position = position
      self.loss = loss
      self.smoothedLoss = smoothedLoss
      self.learningRate = learningRate
    }
  }

  public init(epochs: [EpochRecord] = [], batches: [BatchRecord] = []) {
    self.epochs = epochs
    self.batches = batches
  }

  /// The last epoch's record. Stops the program when there is none.
  public var last: EpochRecord {
    guard let last = epochs.last else {
      stop("History.last", "no epoch was finished; call fit(epochs:) first")
    }
    return last
  }

  /// The record with the smallest validation loss, the epoch that ``Callback/keepBest(of:watching:)``
  /// picks; nil without one, or if none is a finite number.
  public var best: EpochRecord? {
    var watch = ImprovementWatch(threshold: 0)
    return epochs.filter { $0.validationLossIfPresent.map { watch.note($0) } ?? false }.last
  }

  /// The epochs as a table. Times are not in it, since lessons assert it.
  public var table: Table {
    let metrics = epochs.map { $0.metrics.map(\.name) }.max { $0.count < $1.count } ?? []
    let hasValidation = epochs.contains { $0.validationLossIfPresent != nil }
    return Table(epochs, limit: .none) {
      Column(rowHeader: "epoch", \.epoch)
      Column("training loss", \.trainingLoss, decimals: 4)
      if hasValidation { Column("validation loss", \.validationLossIfPresent, decimals: 4) }
      for (index, name) in metrics.enumerated() {
        Column(name, decimals: 4) { epoch in
          index < epoch.metrics.count ? epoch.metrics[index].value : nil
        }
      }
    }
  }
}

extension History: Displayable {
  public var representations: Representations { table.representations }
}
