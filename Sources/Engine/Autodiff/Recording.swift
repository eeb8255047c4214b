import CKernels

/// Runs `body` and records the operations on variables in it, so that ``Variable/backward()`` can
/// be called on the results. Outside nothing is recorded, and nothing is kept in memory for it.
public func gradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  lectern_recording_enter()
  defer { lectern_recording_leave() }
  return try body()
}

extension Variable {
  /// The result of an operation on `parents`; recorded if that is wanted and any of them needs a
  /// gradient.
  ///
  /// - Parameter pullback: see `Operation`. It must not hold a variable.
  static func recorded(
    _ value: Tensor, from parents: [Variable],
    pullback: @escaping (Tensor) -> [Contribution?]
  ) -> Variable {
    guard lectern_is_recording() != 0, parents.contains(where: \.requiresGradient) else {
      return Variable(value, requiresGradient: false)
    }
    return Variable(value, recorded: Operation(parents: parents, pullback: pullback))
  }

  /// The result of an operation on this variable alone.
  func recorded(_ value: Tensor, pullback: @escaping (Tensor) -> Tensor) -> Variable {
    .recorded(value, from: [self]) { [.dense(pullback($0))] }
  }
}
