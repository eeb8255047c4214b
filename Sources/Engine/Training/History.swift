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

  /// The record with the smallest validation loss; nil without one.
  public var best: EpochRecord? {
    epochs.filter { $0.validationLoss != nil }.min { $0.validationLoss! < $1.validationLoss! }
  }

  /// The epochs as a table. Times are not in it, since lessons assert it.
  public var table: Table {
    let metrics = epochs.first?.metrics.map(\.name) ?? []
    let hasValidation = epochs.contains { $0.validationLoss != nil }
    var columns: [Table.Column] = [.rowHeader("epoch"), .init("training loss", decimals: 4)]
    if hasValidation { columns.append(.init("validation loss", decimals: 4)) }
    columns += metrics.map { .init($0, decimals: 4) }
    let rows = epochs.map { epoch -> [Any?] in
      let validation: [Any?] = hasValidation ? [epoch.validationLoss] : []
      return [epoch.epoch, epoch.trainingLoss] + validation + epoch.metrics.map(\.value)
    }
    return Table(columns: columns, rows: rows, limit: .none)
  }
}

extension History: Displayable {
  public var representations: Representations { table.representations }
}
