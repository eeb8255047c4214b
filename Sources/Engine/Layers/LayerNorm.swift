/// Gives each row along the last axis mean 0 and variance 1, then scales and shifts its columns.
///
///     (x − mean) / √(variance + epsilon) · weight + bias
///
/// Input and output `[…, width]`. Unlike ``BatchNorm1d`` no row depends on another, so it works
/// alike in training and in use. (J. L. Ba, J. R. Kiros, G. E. Hinton, *Layer normalization*,
/// 2016, arXiv:1607.06450; PyTorch: `nn.LayerNorm`.)
public struct LayerNorm: UnaryLayer {
  /// Shape `[width]`; starts at 1.
  public let weight: Variable
  /// Shape `[width]`; starts at 0.
  public let bias: Variable
  /// Keeps the denominator from zero.
  public let epsilon: Float

  public init(width: Int, epsilon: Float = 1e-5) {
    let settings = Settings("LayerNorm")
    settings.atLeastOne(width, "width")
    settings.notNegative(epsilon, "epsilon")
    weight = Variable(.ones([width]))
    bias = Variable(.zeros([width]))
    self.epsilon = epsilon
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.layerNorm(weight: weight, bias: bias, epsilon: epsilon)
  }
}
