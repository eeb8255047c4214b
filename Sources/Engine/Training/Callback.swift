/// What else is to happen while a model trains: a struct of closures, with the common ones as
/// static members.
///
///     Trainer(…, callbacks: [.stopEarly(patience: 3), .keepBest(of: model)])
///
/// An error that a closure throws ends the training and comes out of `fit`. The trainer stays
/// usable: parameters and history are those of the last finished step.
public struct Callback {
  /// Whether the training goes on.
  public enum Decision: Sendable { case proceed, stop }

  /// Called at the beginning of each `fit` with what has happened in it before: nothing, unless
  /// it was interrupted and resumed.
  public var atStart: (History) throws -> Decision
  /// Called after each optimizer step.
  public var afterBatch: (BatchMoment) throws -> Decision
  /// Called after each epoch, when it has been validated.
  public var afterEpoch: (EpochRecord) throws -> Decision
  /// Called at the end of each `fit`, also when it was stopped or failed.
  public var atEnd: () -> Void
  /// Called before each optimizer step with the learning rate that the schedule, or the rule, has
  /// for it; gives the one to use. Of several callbacks each gets what the one before gave.
  public var adjustLearningRate: (Double) -> Double
  /// What a checkpoint must keep for the callback, apart from the history.
  var memory: Memory?

  public init(
    atStart: @escaping (History) throws -> Decision = { _ in .proceed },
    afterBatch: @escaping (BatchMoment) throws -> Decision = { _ in .proceed },
    afterEpoch: @escaping (EpochRecord) throws -> Decision = { _ in .proceed },
    atEnd: @escaping () -> Void = {},
    adjustLearningRate: @escaping (Double) -> Double = { $0 }
  ) {
    self.atStart = atStart
    self.afterBatch = afterBatch
    self.afterEpoch = afterEpoch
    self.atEnd = atEnd
    self.adjustLearningRate = adjustLearningRate
  }

  /// Tensors that a callback remembers, as many as it likes, read and put back.
  struct Memory {
    var read: () -> [Tensor]
    /// Whether the tensors are such as `read` gives.
    var accepts: ([Tensor]) -> Bool
    var write: ([Tensor]) -> Void
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
