/// Long short-term memory: reads a sequence place by place and carries a memory along.
///
///     i, f, o = σ(input(x) + recurrent(h)),  g = tanh(input(x) + recurrent(h))
///     c ← f · c + i · g,  h ← o · tanh(c)
///
/// Input `[batch, length, inputs]`, outputs `[batch, length, hidden]`: h at each place.
///
/// ```swift
/// let lstm = LSTM(inputs: 50, hidden: 100, using: &random)
/// let (outputs, state) = lstm(embeddedWords)
/// let next = lstm(moreWords, from: state).outputs
/// ```
///
/// Sequences of unequal length are read with their padding; put it in front, so that the last state is
/// that of a word. (S. Hochreiter and J. Schmidhuber, *Long short-term memory*, 1997. PyTorch:
/// `nn.LSTM(batch_first: true)`, with the gates in the same order: i, f, g, o.)
public struct LSTM: RecurrentLayer {
  static let name = "LSTM"
  static let gates = 4

  /// One for each layer, or two if they read in both directions: the first layer's forward, the first
  /// layer's backward, the second layer's forward, and so on.
  public let cells: [RecurrentCell]
  /// Whether each layer reads the sequence from its end as well.
  public let isBidirectional: Bool
  /// Of what goes from one layer to the next, in training.
  public let dropout: Float

  /// What is carried from place to place, one row for each of the ``cells`` and each sequence.
  public struct State {
    /// h, `[cells, batch, hidden]`.
    public var hidden: Variable
    /// c, `[cells, batch, hidden]`.
    public var cell: Variable

    public init(hidden: Variable, cell: Variable) {
      self.hidden = hidden
      self.cell = cell
    }
  }

  /// - Parameters:
  ///   - inputs: how many numbers describe a place.
  ///   - hidden: how many numbers the state has.
  ///   - layers: each reads the outputs of the one before it.
  ///   - isBidirectional: whether each layer reads from both ends; outputs are then twice as wide,
  ///     forward before backward.
  ///   - dropout: the probability that an output is dropped on its way to the next layer, in training.
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

  /// - Parameter state: what was carried so far; zeros if not given.
  /// - Returns: the last layer's h at each place, `[batch, length, hidden]`, and the state of each
  ///   cell after the last place that it reads.
  public func callAsFunction(
    _ input: Variable, from state: State? = nil
  ) -> (outputs: Variable, state: State) {
    let batch = input.value.shape.first ?? 0
    let hidden = initialStates(state?.hidden, "hidden", batch: batch)
    let cell = initialStates(state?.cell, "cell", batch: batch)
    var (lastHidden, lastCell): ([Variable], [Variable]) = ([], [])
    let outputs = outputs(of: input) { index, projections, isReversed in
      let result = Variable.lstm(
        projections, recurrent: cells[index].recurrent, from: (hidden[index], cell[index]),
        isReversed: isReversed)
      let states = result.rows(0..<result.value.shape[0] - 1)
      lastHidden.append(Self.lastState(states, isReversed: isReversed))
      lastCell.append(Self.lastState(result, isReversed: false))
      return states
    }
    return (outputs, State(hidden: .stack(lastHidden), cell: .stack(lastCell)))
  }
}
