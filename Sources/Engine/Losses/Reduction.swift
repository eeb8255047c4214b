/// What becomes of the errors of a batch's items.
public enum Reduction: Sendable, Equatable, CaseIterable {
  /// Their mean, over all elements; the gradient then does not grow with the batch.
  case mean
  /// Their sum.
  case sum
  /// Each on its own, in the shape of the predictions.
  case none

  func callAsFunction(_ errors: Variable) -> Variable {
    switch self {
    case .mean: errors.mean()
    case .sum: errors.sum()
    case .none: errors
    }
  }
}
