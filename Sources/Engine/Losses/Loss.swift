/// What a ``Trainer`` makes small: a function of a batch's predictions and targets, and its name.
///
/// A model with two answers has targets of its own type, and a loss that adds two:
///
///     Loss<LeafLabels>("cross entropies") { outputs, labels in
///       crossEntropy(outputs.slice(axis: 1, 0..<10), labels.diseases)
///         + crossEntropy(outputs.slice(axis: 1, 10..<20), labels.varieties)
///     }
///
/// It may hold the model, for a term of its parameters:
///
///     Loss("error and decay") { predictions, ratings in
///       meanSquaredError(predictions, ratings) + 1e-4 * squaredNorm(of: model)
///     }
public struct Loss<Targets> {
  public let name: String
  private let function: (_ predictions: Variable, _ targets: Targets) -> Variable

  /// - Parameters:
  ///   - name: for tables: `mean squared error`.
  ///   - function: gives the mean over the batch's items, one element.
  public init(
    _ name: String,
    _ function: @escaping (_ predictions: Variable, _ targets: Targets) -> Variable
  ) {
    self.name = name
    self.function = function
  }

  public func callAsFunction(_ predictions: Variable, _ targets: Targets) -> Variable {
    function(predictions, targets)
  }
}

extension Loss where Targets == Tensor {
  /// See ``meanSquaredError(_:_:reduction:)``.
  public static var meanSquaredError: Loss {
    Loss("mean squared error") { Engine.meanSquaredError($0, $1) }
  }

  /// See ``meanAbsoluteError(_:_:reduction:)``.
  public static var meanAbsoluteError: Loss {
    Loss("mean absolute error") { Engine.meanAbsoluteError($0, $1) }
  }

  /// See ``binaryCrossEntropy(_:_:positiveWeight:reduction:)``; the predictions are logits.
  public static var binaryCrossEntropy: Loss {
    Loss("binary cross entropy") { Engine.binaryCrossEntropy($0, $1) }
  }
}

extension Loss where Targets == Indices {
  /// See ``crossEntropy(_:_:weights:ignoring:labelSmoothing:reduction:)``; the predictions are logits.
  public static var crossEntropy: Loss {
    Loss("cross entropy") { Engine.crossEntropy($0, $1) }
  }
}
