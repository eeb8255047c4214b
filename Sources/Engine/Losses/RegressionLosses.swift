/// (prediction − target)², by default averaged over all elements.
///
/// Predictions and targets have the same shape; there is no broadcasting, which would hide a
/// forgotten `sum` or `squeeze` behind a plausible number. (PyTorch: `mse_loss`, which warns.)
public func meanSquaredError(
  _ predictions: Variable, _ targets: Tensor, reduction: Reduction = .mean
) -> Variable {
  checkShapes("meanSquaredError", predictions.value, targets)
  let differences = predictions - targets
  return reduction(
    differences * differences,
    "meanSquaredError: predictions and targets \(targets.shape)")
}

/// |prediction − target|, by default averaged over all elements.
///
/// Where both are equal the gradient is 0. Shapes as for
/// ``meanSquaredError(_:_:reduction:)``. (PyTorch: `l1_loss`.)
public func meanAbsoluteError(
  _ predictions: Variable, _ targets: Tensor, reduction: Reduction = .mean
) -> Variable {
  checkShapes("meanAbsoluteError", predictions.value, targets)
  return reduction(
    (predictions - targets).abs(),
    "meanAbsoluteError: predictions and targets \(targets.shape)")
}

/// Stops the program unless predictions and targets have the same shape.
func checkShapes(_ operation: String, _ predictions: Tensor, _ targets: Tensor) {
  if predictions.shape != targets.shape {
    let isNumber = predictions.shape == [] && targets.count == 1
    let advice = isNumber ? "; the target of a single number is one, too: Tensor(1)" : ""
    stop(
      operation,
      "predictions \(predictions.shape) and targets \(targets.shape) must have the same shape"
        + advice)
  }
}
