/// Gradients made smaller where they are too large, so that one odd batch cannot throw the
/// parameters far off.
public enum GradientClipping: Sendable, Equatable {
  /// All gradients together are scaled down to this length when they are longer; their direction
  /// stays. See ``clipGradients(of:toNorm:)``.
  case norm(Double)
  /// Every element is moved into ±value. See ``clipGradients(of:toValue:)``.
  case value(Double)

  /// Stops the program for a limit that is none.
  func check(_ owner: String) {
    switch self {
    case .norm(let limit): Hyperparameters.requirePositive(owner, "the norm", limit)
    case .value(let limit): Hyperparameters.requirePositive(owner, "the limit", limit)
    }
  }

  /// Leaves gradients that cannot be clipped as they are, for whoever looks at them next.
  func clip(_ parameters: [Variable]) {
    switch self {
    case .norm(let limit):
      let norm = gradientNorm(of: parameters)
      if norm.isFinite { scaleGradients(of: parameters, from: norm, to: limit) }
    case .value(let limit): limitGradients(of: parameters, toValue: limit)
    }
  }
}

/// Scales all gradients of a layer by one factor, limit / norm, when the root of the sum of all
/// their squares, the norm, is above `limit`.
///
/// Call it between `backward()` and the optimizer's step. The norm is computed in double
/// precision, so it neither overflows nor vanishes. Stops the program when a gradient is infinite
/// or not a number, and names its parameter. (R. Pascanu, T. Mikolov and Y. Bengio, *On the
/// difficulty of training recurrent neural networks*, 2013, arXiv:1211.5063, section 3.2. PyTorch:
/// `clip_grad_norm_`, which adds 10⁻⁶ to the norm, so that tiny gradients become even shorter
/// than the limit; and which goes on with NaN unless `error_if_nonfinite` is set.)
///
/// - Returns: the norm before.
@discardableResult
public func clipGradients(of layer: some Layer, toNorm limit: Double) -> Double {
  let operation = "clipGradients(toNorm:)"
  GradientClipping.norm(limit).check(operation)
  let parameters = layer.parameters
  refuse(parameters, operation) { $0.isFinite }
  let variables = parameters.map(\.variable)
  let norm = gradientNorm(of: variables)
  scaleGradients(of: variables, from: norm, to: limit)
  return norm
}

/// Moves each element of all gradients of a layer to the nearest number in ±limit, also an infinite
/// one. Stops the program when one is not a number, and names its parameter. (PyTorch:
/// `clip_grad_value_`.)
public func clipGradients(of layer: some Layer, toValue limit: Double) {
  let operation = "clipGradients(toValue:)"
  GradientClipping.value(limit).check(operation)
  let parameters = layer.parameters
  refuse(parameters, operation) { !$0.isNaN }
  limitGradients(of: parameters.map(\.variable), toValue: limit)
}

private func refuse(
  _ parameters: [NamedParameter], _ operation: String, unless isClippable: (Float) -> Bool
) {
  for parameter in parameters {
    guard let magnitude = parameter.variable.accumulated?.largestMagnitude else { continue }
    if !isClippable(magnitude) {
      let fault = GradientFault(parameter: parameter.name, magnitude: Double(magnitude))
      stop(
        operation,
        "\(fault), so there is no way to clip it; look for an infinite loss, or for the root, "
          + "logarithm or quotient of 0")
    }
  }
}

private func gradientNorm(of parameters: [Variable]) -> Double {
  parameters.compactMap(\.gradient).reduce(0) { $0 + $1.squaredNorm }.squareRoot()
}

private func scaleGradients(of parameters: [Variable], from norm: Double, to limit: Double) {
  if norm <= limit { return }
  let factor = limit / norm
  for parameter in parameters {
    guard let gradient = parameter.gradient else { continue }
    if factor >= 0x1p-100 {
      parameter.gradient = gradient * Float(factor)
    } else {
      // The factor alone would be rounded like the tiny number that it is.
      parameter.gradient = gradient * 0x1p-64 * Float(factor * 0x1p64)
    }
  }
}

private func limitGradients(of parameters: [Variable], toValue limit: Double) {
  let range = -Float(limit)...Float(limit)
  for parameter in parameters { parameter.gradient = parameter.gradient?.clip(range) }
}
