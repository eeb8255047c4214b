// Functions as layers, for a ``Sequential``.

/// max(x, 0); see ``Tensor/relu()``.
public struct ReLU: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.relu() }
}

/// The Gaussian error linear unit; see ``Tensor/gelu()``.
public struct GELU: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.gelu() }
}

/// x tanh(softplus(x)); see ``Tensor/mish()``.
public struct Mish: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.mish() }
}

/// The hyperbolic tangent.
public struct Tanh: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.tanh() }
}

/// A sigmoid that runs from the lower to the upper bound of a range, 0 to 1 by default.
public struct Sigmoid: UnaryLayer {
  public let range: ClosedRange<Float>

  public init(in range: ClosedRange<Float> = 0...1) {
    Settings("Sigmoid").range(range.lowerBound, range.upperBound, "the range")
    self.range = range
  }

  public func callAsFunction(_ input: Variable) -> Variable { input.sigmoid(in: range) }
}

/// x where x is positive, a small part of it elsewhere; see ``Tensor/leakyReLU(negativeSlope:)``.
public struct LeakyReLU: UnaryLayer {
  public let negativeSlope: Float

  public init(negativeSlope: Float = 0.01) {
    Settings("LeakyReLU").finite(negativeSlope, "negativeSlope")
    self.negativeSlope = negativeSlope
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.leakyReLU(negativeSlope: negativeSlope)
  }
}

/// The exponential linear unit; see ``Tensor/elu(alpha:)``.
public struct ELU: UnaryLayer {
  public let alpha: Float

  public init(alpha: Float = 1) {
    Settings("ELU").finite(alpha, "alpha")
    self.alpha = alpha
  }

  public func callAsFunction(_ input: Variable) -> Variable { input.elu(alpha: alpha) }
}

/// x σ(x), also called swish; see ``Tensor/silu()``.
public struct SiLU: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.silu() }
}

/// log(1 + eˣ), a smooth ReLU; see ``Tensor/softplus()``.
public struct Softplus: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.softplus() }
}

/// Probabilities: e to the power of each element, divided by the sum of these along the last axis.
///
/// Not before ``crossEntropy(_:_:weights:ignoring:labelSmoothing:reduction:)``, which takes logits.
/// (PyTorch: `nn.Softmax(dim=-1)`.)
public struct Softmax: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.softmax() }
}

/// The logarithms of the probabilities that ``Softmax`` gives, without their rounding.
public struct LogSoftmax: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input.logSoftmax() }
}

/// Gives what it gets: for a place in a row of layers where there is to be none.
public struct Identity: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable { input }
}

/// Keeps the first axis, the batch's, and joins the others: `[batch, …]` becomes
/// `[batch, width]`.
public struct Flatten: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable {
    let shape = input.value.shape
    guard let batch = shape.first else { stop("Flatten", "a single number has no batch") }
    // Not -1, which an empty batch leaves open.
    return input.reshape([batch, Tensor.count(of: shape.dropFirst())])
  }
}
