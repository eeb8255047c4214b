extension Metric where Targets == Tensor {
  /// Mean squared error: the mean of (prediction − target)².
  public static var meanSquaredError: Metric { Metric("MSE", error: squaredDifferences) }

  /// Root mean squared error, in the targets' own unit.
  public static var rootMeanSquaredError: Metric {
    Metric("RMSE", error: squaredDifferences) { $0.squareRoot() }
  }

  /// Mean absolute error: the mean of |prediction − target|, in the targets' own unit.
  public static var meanAbsoluteError: Metric {
    Metric("MAE") { predictions, targets in
      checkShapes("MAE", predictions, targets)
      return (predictions - targets).abs()
    }
  }

  @Sendable private static func squaredDifferences(
    _ predictions: Tensor, _ targets: Tensor
  ) -> Tensor {
    checkShapes("MSE", predictions, targets)
    let differences = predictions - targets
    return differences * differences
  }
}
