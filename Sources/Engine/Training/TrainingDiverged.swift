/// A loss, a gradient or a parameter became infinite or not a number. The parameters are those of
/// before the batch, unless ``parameter`` names one.
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
  /// The gradient to blame, where the loss is a finite number; nil where it is not.
  public let gradient: GradientFault?
  /// The parameter that the epoch's steps have made infinite or not a number, though losses and
  /// gradients were finite; nil in all other cases.
  public let parameter: String?

  init(
    epoch: Int, batch: Int, loss: Double, learningRate: Double, item: Int? = nil,
    gradient: GradientFault? = nil, parameter: String? = nil
  ) {
    self.epoch = epoch
    self.batch = batch
    self.loss = loss
    self.learningRate = learningRate
    self.item = item
    self.gradient = gradient
    self.parameter = parameter
  }

  public var description: String {
    if let parameter {
      return
        "after epoch \(epoch) the parameter \(parameter) is infinite or not a number (learning "
        + "rate \(learningRate)): try a smaller learning rate"
    }
    if let item {
      return
        "\(what): item \(item) of the training data, counted from 0, holds a value "
        + "that is not a finite number"
    }
    if gradient != nil {
      return "\(what), though the loss is \(loss): look for the root, logarithm or "
        + "quotient of 0, whose slope is infinite, and keep it away from 0; or try a smaller "
        + "learning rate (\(learningRate))"
    }
    return "\(what) (learning rate \(learningRate)): try a smaller learning rate, and "
      + "look for infinite or missing values in the data"
  }

  private var what: String {
    let place = "epoch \(epoch), batch \(batch)"
    if let gradient { return "\(gradient) in \(place)" }
    return "the loss of \(place) is \(loss.isNaN ? "not a number" : "infinite")"
  }
}
