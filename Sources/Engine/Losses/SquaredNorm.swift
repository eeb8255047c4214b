/// The sum of the squares of all a layer's parameters, of shape `[]`: L2 regularisation as a term
/// of the loss.
///
///     let loss = meanSquaredError(predictions, ratings) + decay / 2 * squaredNorm(of: model)
///
/// Its gradient is 2 · parameter, so half of it times `decay` does what SGD's `weightDecay` does,
/// step for step. Under Adam the two differ from ``AdamW``'s decay; see there. Parameters that
/// need no gradient are left out.
public func squaredNorm(of layer: some Layer) -> Variable {
  let squares = layer.parameters.map(\.variable).filter(\.requiresGradient).map { parameter in
    let value = parameter.value
    return parameter.recorded((value * value).sum()) { value * (2 * $0.item) }
  }
  return squares.dropFirst().reduce(
    squares.first ?? Variable(Tensor(0), requiresGradient: false), +)
}
