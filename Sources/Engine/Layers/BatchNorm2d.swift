/// Gives each channel of a batch of images mean 0 and variance 1, then scales and shifts it; see
/// ``BatchNorm1d``. All pixels of a channel, of all images, count as its rows.
///
/// Input and output `[batch, channels, height, width]`. (PyTorch: `nn.BatchNorm2d`.)
public struct BatchNorm2d: BatchNormalization {
  /// Shape `[channels]`; starts at 1.
  public let weight: Variable
  /// Shape `[channels]`; starts at 0.
  public let bias: Variable
  /// Shape `[channels]`; part of the ``parameters``, without a gradient.
  public let runningMean: Variable
  /// Shape `[channels]`; like ``runningMean``.
  public let runningVariance: Variable
  /// How far the running figures follow each batch.
  public let momentum: Float
  /// Keeps the denominator from zero.
  public let epsilon: Float

  public init(channels: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    Self.check("BatchNorm2d", channels, "channels", momentum, epsilon)
    weight = Variable(.ones([channels]))
    bias = Variable(.zeros([channels]))
    runningMean = Variable(.zeros([channels]), requiresGradient: false)
    runningVariance = Variable(.ones([channels]), requiresGradient: false)
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// Stops the program in training when there are fewer than two pixels a channel.
  public func callAsFunction(_ input: Variable) -> Variable {
    let (shape, channels) = (input.value.shape, weight.value.count)
    if shape.count != 4 || shape[1] != channels {
      stop("BatchNorm2d", "needs [batch, \(channels), height, width], the shape is \(shape)")
    }
    return normalized(input, "BatchNorm2d")
  }
}
