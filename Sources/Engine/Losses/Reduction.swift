/// What becomes of the errors of a batch's items.
public enum Reduction: Sendable, Equatable, CaseIterable {
  /// Their mean, over all elements; the gradient then does not grow with the batch.
  case mean
  /// Their sum.
  case sum
  /// Each on its own, in the shape of the predictions.
  case none

  /// - Parameter operation: for the message that a mean of nothing stops the program with: its
  ///   name, and the shapes it was called with.
  func callAsFunction(_ errors: Variable, _ operation: @autoclosure () -> String) -> Variable {
    switch self {
    case .mean:
      if errors.value.count == 0 { stop(operation(), "the batch is empty, it has no mean") }
      return errors.mean()
    case .sum: return errors.sum()
    case .none: return errors
    }
  }
}
