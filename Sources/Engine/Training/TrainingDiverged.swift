/// The loss of a batch became infinite or not a number. The parameters are those of before the
/// batch.
public struct TrainingDiverged: Error, Equatable, CustomStringConvertible {
  /// Counted from 1.
  public let epoch: Int
  /// Counted from 1 within the epoch.
  public let batch: Int
  public let loss: Double
  public let learningRate: Double

  public var description: String {
    let reason = loss.isNaN ? "not a number" : "infinite"
    return "the loss of epoch \(epoch), batch \(batch) is \(reason) (learning rate "
      + "\(learningRate)): try a smaller learning rate, and look for infinite or missing values "
      + "in the data"
  }
}
