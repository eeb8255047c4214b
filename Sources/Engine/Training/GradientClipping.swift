/// Gradients made smaller where they are too large, so that one odd batch cannot throw the
/// parameters far off.
public enum GradientClipping: Sendable, Equatable {
  /// All gradients together are scaled down to this length when they are longer; their direction
  /// stays. See ``clipGradients(of:toNorm:)``.
  case norm(Double)
  /// Every element is moved into ±value. See ``clipGradients(of:toValue:)``.
  case value(Double)

  func clip(_ parameters: [Variable]) {
    switch self {
    case .norm(let limit): scaleGradients(of: parameters, toNorm: limit)
    case .value(let limit): limitGradients(of: parameters, toValue: limit)
    }
  }
}

/// Scales all gradients of a layer by one factor so that the root of the sum of all their squares
/// is at most `limit`: by limit / (norm + 10⁻⁶) when that is below 1.
///
/// Call it between `backward()` and the optimizer's step. (R. Pascanu, T. Mikolov and Y. Bengio,
/// *On the difficulty of training recurrent neural networks*, 2013, arXiv:1211.5063, section 3.2.
/// PyTorch: `clip_grad_norm_`, the small number included.)
///
/// - Returns: the norm before.
@discardableResult
public func clipGradients(of layer: some Layer, toNorm limit: Double) -> Double {
  scaleGradients(of: layer.parameters.map(\.variable), toNorm: limit)
}

/// Moves each element of all gradients of a layer to the nearest number in ±limit. (PyTorch:
/// `clip_grad_value_`.)
public func clipGradients(of layer: some Layer, toValue limit: Double) {
  limitGradients(of: layer.parameters.map(\.variable), toValue: limit)
}

@discardableResult
private func scaleGradients(of parameters: [Variable], toNorm limit: Double) -> Double {
  if !(limit > 0) { stop("clipGradients(toNorm:)", "the norm must be above 0, not \(limit)") }
  let squares = parameters.compactMap(\.gradient).map { Double(($0 * $0).sum().item) }
  let norm = squares.reduce(0, +).squareRoot()
  let factor = limit / (norm + 1e-6)
  if factor < 1 {
    for parameter in parameters { parameter.gradient? *= Float(factor) }
  }
  return norm
}

private func limitGradients(of parameters: [Variable], toValue limit: Double) {
  if !(limit > 0) { stop("clipGradients(toValue:)", "the limit must be above 0, not \(limit)") }
  let range = -Float(limit)...Float(limit)
  for parameter in parameters { parameter.gradient = parameter.gradient?.clip(range) }
}
