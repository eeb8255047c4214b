/// The parameters of one recurrent layer in one direction: what the inputs bring to the gates, and
/// what the state before brings.
///
/// PyTorch's `weight_ih_l0`, `bias_ih_l0`, `weight_hh_l0` and `bias_hh_l0` are our `input.weight`,
/// `input.bias`, `recurrent.weight` and `recurrent.bias`.
public struct RecurrentCell: Layer {
  /// Weight `[gates · hidden, inputs]`.
  public let input: Linear
  /// Weight `[gates · hidden, hidden]`.
  public let recurrent: Linear

  /// All uniform in ±√(1 / hidden), as in PyTorch.
  init(inputs: Int, hidden: Int, gates: Int, using random: inout RandomGenerator) {
    let bound = (1 / Float(hidden)).squareRoot()
    let start = Initializer.uniform(-bound..<bound)
    func linear(_ inputs: Int) -> Linear {
      Linear(
        weight: Variable(start.weights([gates * hidden, inputs], using: &random)),
        bias: Variable(start.weights([gates * hidden], using: &random)))
    }
    input = linear(inputs)
    recurrent = linear(hidden)
  }
}
