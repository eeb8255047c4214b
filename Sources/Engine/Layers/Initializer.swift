/// How a layer's weights start: a value, so that it can be passed and compared with others.
///
///     Embedding(count: 671, width: 50, initializer: .uniform(0..<0.05), using: &random)
public struct Initializer: Sendable {
  private let fill: @Sendable (_ weights: inout Tensor, _ random: inout RandomGenerator) -> Void

  /// An initializer of one's own, which overwrites all of `weights`.
  public init(
    _ fill: @escaping @Sendable (_ weights: inout Tensor, _ random: inout RandomGenerator) -> Void
  ) {
    self.fill = fill
  }

  /// New weights of the given shape.
  public func weights(_ shape: [Int], using random: inout RandomGenerator) -> Tensor {
    var weights = Tensor.zeros(shape)
    fill(&weights, &random)
    return weights
  }
}

extension Initializer {
  /// All zero.
  public static let zeros = Initializer { _, _ in }

  /// Spread evenly over a range.
  public static func uniform(_ range: Range<Float>) -> Initializer {
    Settings("Initializer.uniform").range(range.lowerBound, range.upperBound, "the range")
    return Initializer { weights, random in weights.fill(uniform: range, using: &random) }
  }

  /// From a normal distribution.
  public static func normal(mean: Float = 0, standardDeviation: Float) -> Initializer {
    let settings = Settings("Initializer.normal")
    settings.finite(mean, "the mean")
    settings.notNegative(standardDeviation, "the standard deviation")
    return Initializer { weights, random in
      weights.fill(normal: mean, standardDeviation: standardDeviation, using: &random)
    }
  }

  /// From a normal distribution of which only what lies in `range` is left.
  ///
  /// Mean and standard deviation are those of the whole distribution, and the range is that of the
  /// weights, not counted in deviations: as in PyTorch's `trunc_normal_`. (fastai starts
  /// embeddings with a deviation of 0.01 and cuts at two of them: `-0.02...0.02`. TensorFlow, too,
  /// cuts at two deviations.)
  public static func truncatedNormal(
    mean: Float = 0, standardDeviation: Float = 1, in range: ClosedRange<Float> = -2...2
  ) -> Initializer {
    let settings = Settings("Initializer.truncatedNormal")
    settings.finite(mean, "the mean")
    settings.positive(standardDeviation, "the standard deviation")
    if !(range.lowerBound < range.upperBound) {
      stop(settings.owner, "the range \(range) is empty")
    }
    return Initializer { weights, random in
      weights.withUnsafeMutableScalars { scalars in
        for index in scalars.indices {
          scalars[index] = random.truncatedNormal(
            mean: mean, standardDeviation: standardDeviation, in: range)
        }
      }
    }
  }

  /// Glorot's uniform initialisation: ±gain · √(6 / (fan-in + fan-out)), which keeps the variance
  /// of activations and of gradients where an activation is nearly linear, as tanh around 0.
  ///
  /// Of a weight `[out, in, …]` the fan-in is all axes but the first, the fan-out all but the
  /// second. (X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward
  /// neural networks*, 2010, equation 16. PyTorch: `xavier_uniform_`.)
  ///
  /// - Parameter gain: 1 for a linear layer, 5/3 before tanh, √2 before ReLU.
  public static func xavierUniform(gain: Float = 1) -> Initializer {
    Settings("Initializer.xavierUniform").positive(gain, "the gain")
    return Initializer { weights, random in
      let bound = gain * (6 / fanSum(of: weights)).squareRoot()
      weights.fill(uniform: -bound..<bound, using: &random)
    }
  }

  /// Glorot's initialisation from a normal distribution of standard deviation
  /// gain · √(2 / (fan-in + fan-out)); see ``xavierUniform(gain:)``. (PyTorch: `xavier_normal_`.)
  public static func xavierNormal(gain: Float = 1) -> Initializer {
    Settings("Initializer.xavierNormal").positive(gain, "the gain")
    return Initializer { weights, random in
      let deviation = gain * (2 / fanSum(of: weights)).squareRoot()
      weights.fill(normal: 0, standardDeviation: deviation, using: &random)
    }
  }

  /// He's uniform initialisation: ±√(6 / fan-in), which keeps the variance of activations from
  /// layer to layer under ReLU. The fan-in of a weight `[out, in]` is `in`, as in PyTorch's
  /// `kaiming_uniform_`. (He et al., *Delving deep into rectifiers*, 2015, arXiv:1502.01852.)
  public static let kaimingUniform = scaledUniform(6)

  /// He's initialisation from a normal distribution of standard deviation √(2 / fan-in).
  public static let kaimingNormal = Initializer { weights, random in
    let deviation = (2 / Float(fanIn(of: weights))).squareRoot()
    weights.fill(normal: 0, standardDeviation: deviation, using: &random)
  }

  /// What PyTorch's `nn.Linear` starts with: ±√(1 / fan-in).
  public static let linearDefault = scaledUniform(1)

  /// Uniform in ±√(scale / fan-in).
  private static func scaledUniform(_ scale: Float) -> Initializer {
    Initializer { weights, random in
      let bound = (scale / Float(fanIn(of: weights))).squareRoot()
      weights.fill(uniform: -bound..<bound, using: &random)
    }
  }

  private static func fanSum(of weights: Tensor) -> Float {
    let inputs = fanIn(of: weights)
    let outputs = weights.shape[0] * weights.shape.dropFirst(2).reduce(1, *)
    return Float(max(1, inputs + outputs))
  }

  /// How many inputs each output sums over: all axes but the first.
  private static func fanIn(of weights: Tensor) -> Int {
    guard weights.rank >= 2 else {
      fatalError("Initializer: weights of shape \(weights.shape) have no fan-in; two axes needed")
    }
    return max(1, weights.shape.dropFirst().reduce(1, *))
  }
}
