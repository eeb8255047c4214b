/// What the layers of batch normalisation share: axis 1 is normalised over all others.
protocol BatchNormalization: UnaryLayer {
  var weight: Variable { get }
  var bias: Variable { get }
  var runningMean: Variable { get }
  var runningVariance: Variable { get }
  var momentum: Float { get }
  var epsilon: Float { get }
}

extension BatchNormalization {
  static func check(
    _ layer: String, _ width: Int, _ widthName: String, _ momentum: Float, _ epsilon: Float
  ) {
    let settings = Settings(layer)
    settings.atLeastOne(width, widthName)
    settings.share(momentum, "momentum")
    settings.notNegative(epsilon, "epsilon")
  }

  /// The input with axis 1 normalised.
  func normalized(_ input: Variable, _ layer: String) -> Variable {
    let shape = input.value.shape
    if shape.count == 2 { return normalizedRows(input, layer, shape) }
    let (first, others) = (shape[0], Array(shape.dropFirst(2)))
    let back = [0, shape.count - 1] + Array(1..<shape.count - 1)
    let rows = input.transpose([0] + Array(2..<shape.count) + [1])
      .reshape([first * Tensor.count(of: others), shape[1]])
    return normalizedRows(rows, layer, shape).reshape([first] + others + [shape[1]]).transpose(back)
  }

  /// - Parameter shape: of the input, for the message.
  private func normalizedRows(_ rows: Variable, _ layer: String, _ shape: [Int]) -> Variable {
    guard Training.isActive else { return inUse(rows) }
    let count = rows.value.shape[0]
    if count < 2 {
      stop(
        layer,
        "needs at least two rows in training, since one has no variance; the shape is \(shape). "
          + "Leave out a last batch that is too short (dropLast: true), take larger batches, or call "
          + "the model outside of training")
    }
    let (result, mean, variance) = rows.batchNorm(weight: weight, bias: bias, epsilon: epsilon)
    let unbiased = variance * (Float(count) / Float(count - 1))
    runningMean.value = runningMean.value * (1 - momentum) + mean * momentum
    runningVariance.value = runningVariance.value * (1 - momentum) + unbiased * momentum
    return result
  }

  private func inUse(_ rows: Variable) -> Variable {
    let inverse = 1 / (runningVariance.value + epsilon).sqrt()
    return (rows - runningMean.value) * inverse * weight + bias
  }
}
