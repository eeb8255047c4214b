extension Variable {
  /// Gated recurrent units along a sequence; see ``GRU``.
  ///
  /// - Parameters:
  ///   - projections: what the inputs bring to the gates, `[length, batch, 3 · hidden]`.
  ///   - cell: recurrent weight `[3 · hidden, hidden]` and bias `[3 · hidden]`.
  ///   - state: before the first step, `[batch, hidden]`.
  /// - Returns: the state of each place, `[length, batch, hidden]`.
  static func gru(
    _ projections: Variable, recurrent cell: Linear, from state: Variable, isReversed: Bool
  ) -> Variable {
    let sweep = GRUSweep(
      sweep: RecurrentSweep(
        projections: projections.value, weight: cell.weight.value, bias: cell.bias?.value,
        isReversed: isReversed))
    let steps = sweep.steps(from: state.value)
    let result = sweep.sweep.stacked(steps.map(\.hidden))
    let parents = [projections, state, cell.weight] + (cell.bias.map { [$0] } ?? [])
    return .recorded(result, from: parents) { sweep.pullback(steps, upstream: $0) }
  }
}

/// A forward pass and what its gradient needs of it.
private struct GRUSweep {
  let sweep: RecurrentSweep

  struct Step {
    let before: Tensor
    let reset: Tensor, update: Tensor, candidate: Tensor
    /// What the state before brings to the candidate.
    let recurrent: Tensor
    let hidden: Tensor
  }

  func steps(from state: Tensor) -> [Step] {
    var state = state
    return sweep.places.map { place in
      let (inputs, products) = (sweep.projection(at: place), sweep.product(with: state))
      let reset = (sweep.gate(0, of: inputs) + sweep.gate(0, of: products)).sigmoid()
      let update = (sweep.gate(1, of: inputs) + sweep.gate(1, of: products)).sigmoid()
      let recurrent = sweep.gate(2, of: products)
      let candidate = (sweep.gate(2, of: inputs) + reset * recurrent).tanh()
      let before = state
      state = (1 - update) * candidate + update * before
      return Step(
        before: before, reset: reset, update: update, candidate: candidate, recurrent: recurrent,
        hidden: state)
    }
  }

  func pullback(_ steps: [Step], upstream: Tensor) -> [Contribution?] {
    var state = Tensor.zeros([sweep.batch, sweep.hidden])
    var (inputs, products): ([Tensor], [Tensor]) = ([], [])
    for (place, step) in zip(sweep.places, steps).reversed() {
      state += upstream[row: place]
      let gates = gradients(of: step, state: state)
      inputs.append(gates.inputs)
      products.append(gates.products)
      state = state * step.update + gates.products.matmul(sweep.weight)
    }
    inputs.reverse()
    products.reverse()
    return [.dense(sweep.stacked(inputs)), .dense(state)]
      + sweep.parameterGradients(products, steps.map(\.before))
  }

  /// Of what inputs and state bring to the gates, each `[batch, 3 · hidden]`.
  private func gradients(of step: Step, state: Tensor) -> (inputs: Tensor, products: Tensor) {
    let (reset, update, candidate) = (step.reset, step.update, step.candidate)
    let ofCandidate = state * (1 - update) * (1 - candidate * candidate)
    let ofUpdate = state * (step.before - candidate) * update * (1 - update)
    let ofReset = ofCandidate * step.recurrent * reset * (1 - reset)
    return (
      .concatenate([ofReset, ofUpdate, ofCandidate], axis: 1),
      .concatenate([ofReset, ofUpdate, ofCandidate * reset], axis: 1)
    )
  }
}
