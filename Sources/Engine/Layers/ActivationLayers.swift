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
    self.range = range
  }

  public func callAsFunction(_ input: Variable) -> Variable { input.sigmoid(in: range) }
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
