/// A table of learned rows, one for each id.
///
/// The output for ids of shape `[batch]` has shape `[batch, width]`. It equals the product of
/// one-hot rows with the weight, without ever making them; in the gradient, the contributions
/// of an id that occurs repeatedly add up. (PyTorch: `nn.Embedding`, which starts with the
/// standard normal distribution; fastai takes a truncated normal with 0.01.)
public struct Embedding: Layer {
  /// Shape `[count, width]`.
  public let weight: Variable

  /// - Parameters:
  ///   - count: how many ids there are, 0 to `count` − 1.
  ///   - width: how many numbers describe one id.
  public init(
    count: Int, width: Int, initializer: Initializer = .normal(standardDeviation: 0.01),
    using random: inout RandomGenerator
  ) {
    weight = Variable(initializer.weights([count, width], using: &random))
  }

  /// A layer with the given weight, which may be another layer's.
  public init(weight: Variable) {
    guard weight.value.rank == 2 else {
      fatalError("Embedding: the weight must be [count, width], not \(weight.value.shape)")
    }
    self.weight = weight
  }

  /// The rows of `ids`, of shape `ids.shape + [width]`. Stops the program when an id is not one
  /// of the table's.
  public func callAsFunction(_ ids: Indices) -> Variable {
    weight.gather(rows: ids)
  }
}
