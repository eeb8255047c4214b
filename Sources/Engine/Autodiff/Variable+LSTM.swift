extension Variable {
  /// A long short-term memory along a sequence; see ``LSTM``.
  ///
  /// - Parameters:
  ///   - projections: what the inputs bring to the gates, `[length, batch, 4 · hidden]`.
  ///   - cell: recurrent weight `[4 · hidden, hidden]` and bias `[4 · hidden]`.
  ///   - state: hidden and cell state before the first step, each `[batch, hidden]`.
  /// - Returns: `[length + 1, batch, hidden]`: the hidden state of each place, then the last cell
  ///   state.
  static func lstm(
    _ projections: Variable, recurrent cell: Linear, from state: (hidden: Variable, cell: Variable),
    isReversed: Bool
  ) -> Variable {
    let sweep = LSTMSweep(
      sweep: RecurrentSweep(
        projections: projections.value, weight: cell.weight.value, bias: cell.bias?.value,
        isReversed: isReversed))
    let trace = sweep.steps(from: state.hidden.value, state.cell.value)
    let hidden = sweep.sweep.stacked(trace.steps.map(\.hidden))
    let result = Tensor.concatenate([hidden, Tensor.stack([trace.lastCell])])
    let parents =
      [projections, state.hidden, state.cell, cell.weight] + (cell.bias.map { [$0] } ?? [])
    return .recorded(result, from: parents) { sweep.pullback(trace.steps, upstream: $0) }
  }
}

/// A forward pass and what its gradient needs of it.
private struct LSTMSweep {
  let sweep: RecurrentSweep

  struct Step {
    let hiddenBefore: Tensor, cellBefore: Tensor
    let input: Tensor, forget: Tensor, candidate: Tensor, output: Tensor
    /// tanh of the cell state.
    let squashed: Tensor
    let hidden: Tensor
  }

  func steps(from hidden: Tensor, _ cell: Tensor) -> (steps: [Step], lastCell: Tensor) {
    var (hidden, cell) = (hidden, cell)
    let steps = sweep.places.map { place in
      let gates = sweep.projection(at: place) + sweep.product(with: hidden)
      let input = sweep.gate(0, of: gates).sigmoid()
      let forget = sweep.gate(1, of: gates).sigmoid()
      let candidate = sweep.gate(2, of: gates).tanh()
      let output = sweep.gate(3, of: gates).sigmoid()
      let before = (hidden: hidden, cell: cell)
      cell = forget * cell + input * candidate
      let squashed = cell.tanh()
      hidden = output * squashed
      return Step(
        hiddenBefore: before.hidden, cellBefore: before.cell, input: input, forget: forget,
        candidate: candidate, output: output, squashed: squashed, hidden: hidden)
    }
    return (steps, cell)
  }

  func pullback(_ steps: [Step], upstream: Tensor) -> [Contribution?] {
    var hidden = Tensor.zeros([sweep.batch, sweep.hidden])
    var cell = upstream[row: sweep.length]
    var products: [Tensor] = []
    for (place, step) in zip(sweep.places, steps).reversed() {
      hidden += upstream[row: place]
      cell += hidden * step.output * (1 - step.squashed * step.squashed)
      let gates = gradient(of: step, hidden: hidden, cell: cell)
      products.append(gates)
      hidden = gates.matmul(sweep.weight)
      cell = cell * step.forget
    }
    products.reverse()
    return [.dense(sweep.stacked(products)), .dense(hidden), .dense(cell)]
      + sweep.parameterGradients(products, steps.map(\.hiddenBefore))
  }

  /// Of the gates before sigmoid and tanh, `[batch, 4 · hidden]`.
  private func gradient(of step: Step, hidden: Tensor, cell: Tensor) -> Tensor {
    let (input, forget, output) = (step.input, step.forget, step.output)
    return .concatenate(
      [
        cell * step.candidate * input * (1 - input),
        cell * step.cellBefore * forget * (1 - forget),
        cell * input * (1 - step.candidate * step.candidate),
        hidden * step.squashed * output * (1 - output),
      ], axis: 1)
  }
}
