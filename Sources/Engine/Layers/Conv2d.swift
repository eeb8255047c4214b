/// Learned windows that slide over images.
///
/// Input `[batch, inputs, height, width]`, output `[batch, outputs, height', width']` with
/// height' = (height + 2 · padding − size) / stride + 1, rounded down. Starts as PyTorch's
/// `nn.Conv2d` does: weight and bias uniform in ±√(1 / (inputs · rows · columns)). Dilation and
/// groups are not supported. (LeCun et al., *Backpropagation applied to handwritten zip code
/// recognition*, 1989.)
public struct Conv2d: UnaryLayer {
  /// Shape `[outputs, inputs, rows, columns]`.
  public let weight: Variable
  /// Shape `[outputs]`.
  public let bias: Variable?
  private let stride: (Int, Int), padding: (Int, Int)

  /// - Parameters:
  ///   - inputs: channels of the images that go in.
  ///   - outputs: channels of those that come out.
  ///   - size: rows and columns of a window.
  ///   - stride: how many pixels the window moves at once.
  ///   - padding: how many rows and columns of zeros are added on each side.
  public init(
    inputs: Int, outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, hasBias: Bool = true,
    initializer: Initializer = .linearDefault, using random: inout RandomGenerator
  ) {
    let settings = Settings("Conv2d")
    settings.atLeastOne(inputs, "inputs")
    settings.atLeastOne(outputs, "outputs")
    settings.atLeastOne(size, "size")
    let weights = initializer.weights([outputs, inputs, size, size], using: &random)
    let bound = (1 / Float(inputs * size * size)).squareRoot()
    let constants = Initializer.uniform(-bound..<bound)
    self.init(
      weight: Variable(weights),
      bias: hasBias ? Variable(constants.weights([outputs], using: &random)) : nil,
      stride: (stride, stride), padding: (padding, padding))
  }

  /// A layer with the given parameters; stride and padding of rows and columns.
  public init(
    weight: Variable, bias: Variable?, stride: (Int, Int) = (1, 1), padding: (Int, Int) = (0, 0)
  ) {
    let shape = weight.value.shape
    guard shape.count == 4, bias == nil || bias?.value.shape == [shape[0]] else {
      fatalError(
        "Conv2d: weight \(shape) and bias \(bias.map { "\($0.value.shape)" } ?? "nil") do not "
          + "fit; [outputs, inputs, rows, columns] and [outputs] are needed")
    }
    let settings = Settings("Conv2d")
    for stride in [stride.0, stride.1] { settings.atLeastOne(stride, "stride") }
    for padding in [padding.0, padding.1] { settings.notNegative(padding, "padding") }
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.convolve2d(weight, bias: bias, stride: stride, padding: padding)
  }
}
