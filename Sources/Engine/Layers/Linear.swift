/// An affine map: output = input · weightᵀ + bias.
///
/// Input `[…, inputs]`, output `[…, outputs]`: each row on its own. Starts as PyTorch's `nn.Linear`
/// does: weight and bias uniform in ±√(1 / inputs).
public struct Linear: Layer {
  /// Shape `[outputs, inputs]`.
  public let weight: Variable
  /// Shape `[outputs]`.
  public let bias: Variable?

  /// - Parameters:
  ///   - inputs: the width of a row that goes in.
  ///   - outputs: the width of a row that comes out.
  ///   - hasBias: whether a learned constant is added to each output.
  public init(
    inputs: Int, outputs: Int, hasBias: Bool = true, initializer: Initializer = .linearDefault,
    using random: inout RandomGenerator
  ) {
    let settings = Settings("Linear")
    settings.atLeastOne(inputs, "inputs")
    settings.atLeastOne(outputs, "outputs")
    weight = Variable(initializer.weights([outputs, inputs], using: &random))
    let bound = (1 / Float(inputs)).squareRoot()
    bias =
      hasBias
      ? Variable(Initializer.uniform(-bound..<bound).weights([outputs], using: &random)) : nil
  }

  /// A layer with the given parameters.
  public init(weight: Variable, bias: Variable?) {
    let shape = weight.value.shape
    guard shape.count == 2, bias == nil || bias?.value.shape == [shape[0]] else {
      fatalError(
        "Linear: weight \(shape) and bias \(bias.map { "\($0.value.shape)" } ?? "nil") do not "
          + "fit; [outputs, inputs] and [outputs] are needed")
    }
    self.weight = weight
    self.bias = bias
  }

  /// The outputs for rows of inputs, `[…, inputs]`.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.affine(weight, bias: bias)
  }
}
