/// What one epoch came to.
public struct EpochRecord: Sendable, Equatable {
  /// Counted from 1, over all calls of `fit`.
  public var epoch: Int
  /// The loss of the training batches, smoothed and debiased, at the epoch's end.
  public var trainingLoss: Double
  /// The loss over the whole validation set; nil without one.
  public var validationLossIfPresent: Double?
  /// Over the whole validation set, in the order in which the trainer was given them.
  public var metrics: [Figure]

  /// A metric's name and value.
  public struct Figure: Sendable, Equatable {
    public var name: String
    public var value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  public init(
    epoch: Int, trainingLoss: Double, validationLoss: Double? = nil, metrics: [Figure] = []
  ) {
    self.epoch = epoch
    self.trainingLoss = trainingLoss
    validationLossIfPresent = validationLoss
    self.metrics = metrics
  }

  /// The loss over the whole validation set. Stops the program without one; see
  /// ``validationLossIfPresent``.
  public var validationLoss: Double {
    guard let loss = validationLossIfPresent else {
      stop(
        "EpochRecord.validationLoss",
        "there was no validation data in epoch \(epoch); give the trainer some, by validation:")
    }
    return loss
  }

  /// The value of a metric, by its name. Stops the program when there is none of that name.
  public func metric(_ name: String) -> Double {
    guard let figure = metrics.first(where: { $0.name == name }) else {
      stop(
        "EpochRecord.metric",
        "there is no metric “\(name)”; there are \(listed(metrics.map(\.name)))")
    }
    return figure.value
  }
}
