/// What a ``Trainer`` makes small: a function of a batch's predictions and targets, and its name.
public struct Loss: Sendable {
  public let name: String
  private let function: @Sendable (_ predictions: Variable, _ targets: Tensor) -> Variable

  /// - Parameters:
  ///   - name: for tables: `mean squared error`.
  ///   - function: gives the mean over the batch's items, one element.
  public init(
    _ name: String,
    _ function: @escaping @Sendable (_ predictions: Variable, _ targets: Tensor) -> Variable
  ) {
    self.name = name
    self.function = function
  }

  public func callAsFunction(_ predictions: Variable, _ targets: Tensor) -> Variable {
    function(predictions, targets)
  }

  /// See ``meanSquaredError(_:_:reduction:)``.
  public static let meanSquaredError = Loss("mean squared error") { predictions, targets in
    Engine.meanSquaredError(predictions, targets)
  }

  /// See ``meanAbsoluteError(_:_:reduction:)``.
  public static let meanAbsoluteError = Loss("mean absolute error") { predictions, targets in
    Engine.meanAbsoluteError(predictions, targets)
  }
}
