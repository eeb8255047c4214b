/// The gradient of a function at a point; see ``valueWithGradient(at:_:)-(Tensor,_)``.
///
/// ```swift
/// gradient(at: [1, 2, 3]) { x in (x * x).sum() }  // [2, 4, 6]
/// ```
public func gradient(
  at point: Tensor, _ function: (Variable) throws -> Variable
) rethrows -> Tensor {
  try valueWithGradient(at: point, function).gradient
}

/// The slope of a function at a number, or of a loss over rows that depends on it; see
/// ``valueWithGradient(at:_:)-(Float,_)``.
///
/// ```swift
/// gradient(at: 2) { a in meanSquaredError(a * [1, 2], [3, 3]) }  // 1
/// gradient(at: 0) { logit in binaryCrossEntropy(logit, Tensor(1)) }  // -0.5
/// ```
public func gradient(
  at point: Float, _ function: (Variable) throws -> Variable
) rethrows -> Float {
  try valueWithGradient(at: point, function).gradient
}

/// The gradient with respect to each of two tensors.
public func gradient(
  at first: Tensor, _ second: Tensor, _ function: (Variable, Variable) throws -> Variable
) rethrows -> (Tensor, Tensor) {
  try valueWithGradient(at: first, second, function).gradient
}

/// The gradient at a variable, whose own `gradient` does not change.
public func gradient(
  at point: Variable, _ function: (Variable) throws -> Variable
) rethrows -> Tensor {
  try valueWithGradient(at: point, function).gradient
}

/// The gradient with respect to each parameter of a model, by name.
public func gradient<Part: Layer>(
  at layer: Part, _ function: (Part) throws -> Variable
) rethrows -> ParameterGradients {
  try valueWithGradient(at: layer, function).gradients
}
