/// A table of learned rows, one for each id.
///
/// The output for ids of shape `[batch]` has shape `[batch, width]`. It equals the product of
/// one-hot rows with the weight, without ever making them; in the gradient, the contributions
/// of an id that occurs repeatedly add up. (PyTorch: `nn.Embedding`, which starts with the
/// standard normal distribution; fastai takes a truncated normal with 0.01.)
///
/// Sequences of different lengths are filled up with the padding index, if there is one: its
/// row starts at 0, its output is 0, and it gets no gradient, so training leaves it at 0.
public struct Embedding: Layer {
  /// Shape `[count, width]`.
  public let weight: Variable
  /// The id that stands for nothing.
  public let paddingIndex: Int?

  /// - Parameters:
  ///   - count: how many ids there are, 0 to `count` − 1, the padding index among them.
  ///   - width: how many numbers describe one id.
  public init(
    count: Int, width: Int, paddingIndex: Int? = nil,
    initializer: Initializer = .normal(standardDeviation: 0.01),
    using random: inout RandomGenerator
  ) {
    let settings = Settings("Embedding")
    settings.atLeastOne(count, "count")
    settings.atLeastOne(width, "width")
    var weights = initializer.weights([count, width], using: &random)
    if let paddingIndex, (0..<count).contains(paddingIndex) {
      let row = paddingIndex * width..<(paddingIndex + 1) * width
      weights.withUnsafeMutableScalars { scalars in
        for index in row { scalars[index] = 0 }
      }
    }
    self.init(weight: Variable(weights), paddingIndex: paddingIndex)
  }

  /// A layer with the given weight, which may be another layer's. (PyTorch's
  /// `Embedding.from_pretrained` returns the padding index's row as it is, not 0.)
  public init(weight: Variable, paddingIndex: Int? = nil) {
    let shape = weight.value.shape
    guard shape.count == 2 else {
      fatalError("Embedding: the weight must be [count, width], not \(shape)")
    }
    if let paddingIndex, !(0..<shape[0]).contains(paddingIndex) {
      fatalError("Embedding: the padding index \(paddingIndex) is no row of the weight \(shape)")
    }
    self.weight = weight
    self.paddingIndex = paddingIndex
  }

  /// The rows of `ids`, of shape `ids.shape + [width]`. Stops the program when an id is not one
  /// of the table's.
  public func callAsFunction(_ ids: Indices) -> Variable {
    let rows = weight.gather(rows: ids)
    guard let paddingIndex, ids.values.contains(Int32(paddingIndex)) else { return rows }
    let isKept = Tensor(
      shape: ids.shape + [1], scalars: ids.values.map { $0 == paddingIndex ? 0 : 1 })
    return rows * isKept
  }
}
