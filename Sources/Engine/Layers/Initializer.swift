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
    Initializer { weights, random in weights.fill(uniform: range, using: &random) }
  }

  /// From a normal distribution.
  public static func normal(mean: Float = 0, standardDeviation: Float) -> Initializer {
    Initializer { weights, random in
      weights.fill(normal: mean, standardDeviation: standardDeviation, using: &random)
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

  /// How many inputs each output sums over: all axes but the first.
  private static func fanIn(of weights: Tensor) -> Int {
    guard weights.rank >= 2 else {
      fatalError("Initializer: weights of shape \(weights.shape) have no fan-in; two axes needed")
    }
    return max(1, weights.shape.dropFirst().reduce(1, *))
  }
}
