import CKernels

/// Runs `body` and records the operations on variables in it, so that ``Variable/backward()`` can
/// be called on the results. Outside nothing is recorded, and nothing is kept in memory for it.
///
/// ```swift
/// let loss = recording { (weight * weight).sum() }
/// loss.backward()
/// ```
///
/// TensorFlow's `GradientTape`; PyTorch records everywhere but inside `no_grad`. Where only the
/// gradients are wanted, ``valueWithGradient(at:_:)`` gives them without this and `backward()`.
public func recording<Result>(_ body: () throws -> Result) rethrows -> Result {
  lectern_recording_enter()
  defer { lectern_recording_leave() }
  return try body()
}

/// The same as ``recording(_:)``.
public func gradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  try recording(body)
}

extension Variable {
  /// The result of an operation on `parents`; recorded if that is wanted and any of them needs a
  /// gradient.
  ///
  /// - Parameters:
  ///   - constant: an operand that has no gradient, for the drawing of the computation.
  ///   - name: of the operation; by default that of the function that calls.
  ///   - pullback: see `Operation`. It must not hold a variable.
  static func recorded(
    _ value: Tensor, from parents: [Variable], constant: Constant? = nil,
    name: StaticString = #function, pullback: @escaping (Tensor) -> [Contribution?]
  ) -> Variable {
    guard lectern_is_recording() != 0, parents.contains(where: \.requiresGradient) else {
      return Variable(value, requiresGradient: false)
    }
    let operation = Operation(name: name, parents: parents, constant: constant, pullback: pullback)
    return Variable(value, recorded: operation)
  }

  /// The result of an operation on this variable alone.
  func recorded(
    _ value: Tensor, constant: Constant? = nil, name: StaticString = #function,
    pullback: @escaping (Tensor) -> Tensor
  ) -> Variable {
    .recorded(value, from: [self], constant: constant, name: name) { [.dense(pullback($0))] }
  }
}
