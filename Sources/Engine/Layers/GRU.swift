/// Gated recurrent units: reads a sequence place by place and carries a state along, with fewer
/// parameters than ``LSTM``.
///
///     r, z = σ(input(x) + recurrent(h)),  n = tanh(input(x) + r · recurrent(h))
///     h ← (1 − z) · n + z · h
///
/// Input `[batch, length, inputs]`, outputs `[batch, length, hidden]`: h at each place.
///
/// Sequences of unequal length are read with their padding; put it in front, so that the last state is
/// that of a word. (K. Cho et al., *Learning phrase representations*, 2014, arXiv:1406.1078. PyTorch:
/// `nn.GRU(batch_first: true)`, with the gates in the same order: r, z, n; as there, and unlike the
/// paper, r multiplies what comes out of the product.)
public struct GRU: RecurrentLayer {
  static let name = "GRU"
  static let gates = 3

  /// One for each layer, or two if they read in both directions: the first layer's forward, the first
  /// layer's backward, the second layer's forward, and so on.
  public let cells: [RecurrentCell]
  /// Whether each layer reads the sequence from its end as well.
  public let isBidirectional: Bool
  /// Of what goes from one layer to the next, in training.
  public let dropout: Float

  /// - Parameters: as for ``LSTM/init(inputs:hidden:layers:isBidirectional:dropout:using:)``.
  public init(
    inputs: Int, hidden: Int, layers: Int = 1, isBidirectional: Bool = false, dropout: Float = 0,
    using random: inout RandomGenerator
  ) {
    cells = Self.makeCells(
      inputs: inputs, hidden: hidden, layers: layers, isBidirectional: isBidirectional,
      dropout: dropout, using: &random)
    self.isBidirectional = isBidirectional
    self.dropout = dropout
  }

  /// - Parameter state: h before the first place, `[cells, batch, hidden]`; zeros if not given.
  /// - Returns: the last layer's h at each place, `[batch, length, hidden]`, and that of each cell
  ///   after the last place that it reads, `[cells, batch, hidden]`.
  public func callAsFunction(
    _ input: Variable, from state: Variable? = nil
  ) -> (outputs: Variable, state: Variable) {
    let before = initialStates(state, "hidden", batch: input.value.shape.first ?? 0)
    var last: [Variable] = []
    let outputs = outputs(of: input) { index, projections, isReversed in
      let states = Variable.gru(
        projections, recurrent: cells[index].recurrent, from: before[index], isReversed: isReversed)
      last.append(Self.lastState(states, isReversed: isReversed))
      return states
    }
    return (outputs, .stack(last))
  }
}
