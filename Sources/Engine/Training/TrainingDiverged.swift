/// The loss of a batch became infinite or not a number. The parameters are those of before the
/// batch.
public struct TrainingDiverged: Error, Equatable, CustomStringConvertible {
  /// Counted from 1.
  public let epoch: Int
  /// Counted from 1 within the epoch.
  public let batch: Int
  public let loss: Double
  public let learningRate: Double
  /// The position in the training data of an item of the batch that itself holds a number that is
  /// infinite or none; nil when the data are not to blame.
  public let item: Int?

  public var description: String {
    let reason = loss.isNaN ? "not a number" : "infinite"
    let place = "the loss of epoch \(epoch), batch \(batch) is \(reason)"
    if let item {
      return "\(place): item \(item) of the training data, counted from 0, holds a value that is "
        + "not a finite number"
    }
    return "\(place) (learning rate \(learningRate)): try a smaller learning rate, and look for "
      + "infinite or missing values in the data"
  }
}
