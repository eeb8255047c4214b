import CKernels

/// The value of a function and its gradient at a point, nothing else: no variable's `gradient`
/// changes.
///
/// ```swift
/// let (value, slope) = valueWithGradient(at: [1, 2, 3]) { x in (x * x).sum() }
/// // 14, [2, 4, 6]
/// ```
///
/// The function gets the point as a variable and returns a single number. JAX:
/// `value_and_grad`. Gradients of gradients are not computed: the call stops the program inside
/// ``recording(_:)`` and inside another such call.
public func valueWithGradient(
  at point: Tensor, _ function: (Variable) throws -> Variable
) rethrows -> (value: Tensor, gradient: Tensor) {
  let (value, gradients) = try valueWithGradient(at: [point]) { try function($0[0]) }
  return (value, gradients[0])
}

/// The value and the slope of a function at a number.
///
/// ```swift
/// valueWithGradient(at: 3) { x in x * x + x }  // 12, 7
/// valueWithGradient(at: slope) { a in meanSquaredError(a * distances, prices) }
/// ```
///
/// The function gets a variable of shape `[]`. It returns a single number, as every loss over rows
/// does. A loss of the number itself takes a target of the same shape, `Tensor(1)`.
public func valueWithGradient(
  at point: Float, _ function: (Variable) throws -> Variable
) rethrows -> (value: Float, gradient: Float) {
  let (value, gradient) = try valueWithGradient(at: Tensor(point), function)
  return (value.item, gradient.item)
}

/// The value of a function of two tensors and its gradient with respect to each; see
/// ``valueWithGradient(at:_:)-(Tensor,_)``.
public func valueWithGradient(
  at first: Tensor, _ second: Tensor, _ function: (Variable, Variable) throws -> Variable
) rethrows -> (value: Tensor, gradient: (Tensor, Tensor)) {
  let (value, found) = try valueWithGradient(at: [first, second]) { try function($0[0], $0[1]) }
  return (value, (found[0], found[1]))
}

/// The value of a function of several tensors and its gradient with respect to each, zeros where
/// it does not depend on one; see ``valueWithGradient(at:_:)-(Tensor,_)``.
public func valueWithGradient(
  at points: [Tensor], _ function: ([Variable]) throws -> Variable
) rethrows -> (value: Tensor, gradients: [Tensor]) {
  try valueWithGradient(at: points.map { Variable($0) }, function)
}

/// The value of a function and its gradient at a variable, which enters as it is, so that a model
/// that holds it can be called. Its own `gradient` does not change.
public func valueWithGradient(
  at point: Variable, _ function: (Variable) throws -> Variable
) rethrows -> (value: Tensor, gradient: Tensor) {
  let (value, gradients) = try valueWithGradient(at: [point]) { try function($0[0]) }
  return (value, gradients[0])
}

/// The value of a function and its gradient with respect to several variables; see
/// ``valueWithGradient(at:_:)-(Variable,_)``.
public func valueWithGradient(
  at points: [Variable], _ function: ([Variable]) throws -> Variable
) rethrows -> (value: Tensor, gradients: [Tensor]) {
  let (value, slopes) = try slopes(for: "the variables it is taken at", points) {
    try function(points)
  }
  return (
    value,
    points.map { slopes[ObjectIdentifier($0)]?.tensor ?? .zeros($0.value.shape) }
  )
}

/// The loss of a model and its gradient with respect to each parameter, by name. The parameters'
/// own `gradient` does not change; frozen ones are left out.
///
/// ```swift
/// let (loss, slopes) = valueWithGradient(at: model) { meanSquaredError($0(inputs), targets) }
/// slopes["userFactors.weight"]
/// ```
public func valueWithGradient<Part: Layer>(
  at layer: Part, _ function: (Part) throws -> Variable
) rethrows -> (value: Tensor, gradients: ParameterGradients) {
  let parameters = layer.parameters.filter(\.variable.requiresGradient)
  let (value, slopes) = try slopes(
    for: "the model's parameters", parameters.map(\.variable)
  ) { try function(layer) }
  let found = parameters.map { parameter in
    let variable = parameter.variable
    return (
      parameter.name, slopes[ObjectIdentifier(variable)]?.tensor ?? .zeros(variable.value.shape)
    )
  }
  return (value, ParameterGradients(found))
}

/// Computes and differentiates; stops the program where the gradients would be wrong or zero by a
/// mistake.
private func slopes(
  for whom: String, _ points: [Variable], _ function: () throws -> Variable
) rethrows -> (value: Tensor, slopes: [ObjectIdentifier: Contribution]) {
  let operation = "valueWithGradient"
  if lectern_is_recording() != 0 {
    stop(
      operation,
      "gradients of gradients are not computed; call it outside of recording { … } and of other "
        + "functions that are differentiated")
  }
  if points.contains(where: { !$0.requiresGradient }) {
    stop(operation, "one of the variables needs no gradient: requiresGradient is false")
  }
  let result = try recording(function)
  if result.value.count != 1 {
    stop(
      operation,
      "the function must return a single number, such as a loss; the shape is "
        + "\(result.value.shape)")
  }
  let slopes = result.requiresGradient ? Graph.slopes(of: result) : [:]
  if !points.isEmpty && !points.contains(where: { slopes[ObjectIdentifier($0)] != nil }) {
    stop(
      operation,
      "the result does not depend on \(whom); compute it from what the closure is given")
  }
  return (result.value, slopes)
}
