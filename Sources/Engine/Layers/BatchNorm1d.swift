/// Gives each column of a batch mean 0 and variance 1, then scales and shifts it.
///
///     (x − mean) / √(variance + epsilon) · weight + bias
///
/// Input and output `[batch, width]`. In training (see ``withTraining(using:_:)``) mean and variance
/// are the batch's, and the running ones follow them by the share `momentum`; in use the running
/// ones take their place, so that a prediction does not depend on what else is predicted. (S. Ioffe
/// and C. Szegedy, *Batch normalization*, 2015, arXiv:1502.03167; PyTorch: `nn.BatchNorm1d`, whose
/// momentum has the same sense. As there, the running variance is divided by batch − 1.)
public struct BatchNorm1d: UnaryLayer {
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
    weight = Variable(.ones([width]))
    bias = Variable(.zeros([width]))
    runningMean = Variable(.zeros([width]), requiresGradient: false)
    runningVariance = Variable(.ones([width]), requiresGradient: false)
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// Stops the program in training when the batch has fewer than two rows: a single row has no
  /// variance.
  public func callAsFunction(_ input: Variable) -> Variable {
    let shape = input.value.shape
    if shape.count != 2 || shape[1] != weight.value.count {
      stop("BatchNorm1d", "needs [batch, \(weight.value.count)], the shape is \(shape)")
    }
    guard Training.isActive else { return inUse(input) }
    if shape[0] < 2 {
      stop("BatchNorm1d", "needs at least two rows in training, the shape is \(shape)")
    }
    let (result, mean, variance) = input.batchNorm(weight: weight, bias: bias, epsilon: epsilon)
    let unbiased = variance * (Float(shape[0]) / Float(shape[0] - 1))
    runningMean.value = runningMean.value * (1 - momentum) + mean * momentum
    runningVariance.value = runningVariance.value * (1 - momentum) + unbiased * momentum
    return result
  }

  private func inUse(_ input: Variable) -> Variable {
    let inverse = 1 / (runningVariance.value + epsilon).sqrt()
    return (input - runningMean.value) * inverse * weight + bias
  }
}
