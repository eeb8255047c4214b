/// Learned windows that slide along sequences.
///
/// Input `[batch, inputs, length]`, output `[batch, outputs, length']` with
/// length' = (length + 2 · padding − size) / stride + 1, rounded down: channels before places, as
/// PyTorch's `nn.Conv1d` has them. Embedded sequences `[batch, length, width]` are transposed first,
/// `transpose([0, 2, 1])`. Starts as PyTorch does: weight and bias uniform in
/// ±√(1 / (inputs · size)). Dilation and groups are not supported.
public struct Conv1d: UnaryLayer {
  /// Shape `[outputs, inputs, size]`.
  public let weight: Variable
  /// Shape `[outputs]`.
  public let bias: Variable?
  private let stride: Int, padding: Int

  /// - Parameters:
  ///   - inputs: channels of the sequences that go in: how many numbers each place holds.
  ///   - outputs: channels of those that come out.
  ///   - size: places of a window.
  ///   - stride: how many places the window moves at once.
  ///   - padding: how many zeros are added on each side.
  public init(
    inputs: Int, outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, hasBias: Bool = true,
    initializer: Initializer = .linearDefault, using random: inout RandomGenerator
  ) {
    let settings = Settings("Conv1d")
    settings.atLeastOne(inputs, "inputs")
    settings.atLeastOne(outputs, "outputs")
    settings.atLeastOne(size, "size")
    let weights = initializer.weights([outputs, inputs, size], using: &random)
    let bound = (1 / Float(inputs * size)).squareRoot()
    let constants = Initializer.uniform(-bound..<bound)
    self.init(
      weight: Variable(weights),
      bias: hasBias ? Variable(constants.weights([outputs], using: &random)) : nil,
      stride: stride, padding: padding)
  }

  /// A layer with the given parameters.
  public init(weight: Variable, bias: Variable?, stride: Int = 1, padding: Int = 0) {
    let shape = weight.value.shape
    guard shape.count == 3, bias == nil || bias?.value.shape == [shape[0]] else {
      stop(
        "Conv1d",
        "weight \(shape) and bias \(bias.map { "\($0.value.shape)" } ?? "nil") do not fit; "
          + "[outputs, inputs, size] and [outputs] are needed")
    }
    let settings = Settings("Conv1d")
    settings.atLeastOne(stride, "stride")
    settings.notNegative(padding, "padding")
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.convolve1d(weight, bias: bias, stride: stride, padding: padding)
  }
}
