/// What one epoch came to.
public struct EpochRecord: Sendable, Equatable {
  /// Counted from 1, over all calls of `fit`.
  public var epoch: Int
  /// The loss of the training batches, smoothed and debiased, at the epoch's end.
  public var trainingLoss: Double
  /// The loss over the whole validation set; nil without one.
  public var validationLoss: Double?
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
    self.validationLoss = validationLoss
    self.metrics = metrics
  }
}
