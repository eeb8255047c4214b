/// Gives each column of a batch mean 0 and variance 1, then scales and shifts it.
///
///     (x − mean) / √(variance + epsilon) · weight + bias
///
/// Input and output `[batch, width]`, or `[batch, width, length]`, whose places all count as rows. In
/// training (see ``withTraining(using:_:)``) mean and variance are the batch's, and the running ones
/// follow them by the share `momentum`; in use the running ones take their place, so that a
/// prediction does not depend on what else is predicted. (S. Ioffe and C. Szegedy, *Batch
/// normalization*, 2015, arXiv:1502.03167; PyTorch: `nn.BatchNorm1d`, whose momentum has the same
/// sense. As there, the running variance is divided by rows − 1.)
public struct BatchNorm1d: BatchNormalization {
  /// Shape `[width]`; starts at 1.
  public let weight: Variable
  /// Shape `[width]`; starts at 0.
  public let bias: Variable
  /// Shape `[width]`; part of the ``parameters``, so that it is stored and restored with them,
  /// but without a gradient.
  public let runningMean: Variable
  /// Shape `[width]`; like ``runningMean``.
  public let runningVariance: Variable
  /// How far the running figures follow each batch.
  public let momentum: Float
  /// Keeps the denominator from zero.
  public let epsilon: Float

  public init(width: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    Self.check("BatchNorm1d", width, "width", momentum, epsilon)
    weight = Variable(.ones([width]))
    bias = Variable(.zeros([width]))
    runningMean = Variable(.zeros([width]), requiresGradient: false)
    runningVariance = Variable(.ones([width]), requiresGradient: false)
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// Stops the program in training when there are fewer than two rows: a single row has no variance.
  public func callAsFunction(_ input: Variable) -> Variable {
    let (shape, width) = (input.value.shape, weight.value.count)
    if !(2...3).contains(shape.count) || shape[1] != width {
      stop(
        "BatchNorm1d",
        "needs [batch, \(width)] or [batch, \(width), length], the shape is \(shape)")
    }
    return normalized(input, "BatchNorm1d")
  }
}
