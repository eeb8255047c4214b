/// The square near 0 and the magnitude beyond, so that outliers count less than in
/// ``meanSquaredError(_:_:reduction:)``; by default averaged.
///
///     ½ d² where |d| ≤ delta,  delta (|d| − ½ delta) elsewhere,  d = prediction − target
///
/// Predictions and targets have the same shape. The gradient is d, at most `delta` in magnitude.
/// (P. J. Huber, *Robust estimation of a location parameter*, 1964. PyTorch: `huber_loss`.)
///
/// - Parameter delta: the error from which on the loss grows evenly, in the targets' own unit.
public func huberLoss(
  _ predictions: Variable, _ targets: Tensor, delta: Float = 1, reduction: Reduction = .mean
) -> Variable {
  Settings("huberLoss").positive(delta, "delta")
  return huber("huberLoss", predictions, targets, corner: delta, scale: 1, reduction)
}

/// ``huberLoss(_:_:delta:reduction:)`` divided by its corner: beyond it the slope is 1, as that of the
/// absolute error.
///
///     ½ d² / beta where |d| < beta,  |d| − ½ beta elsewhere
///
/// (R. Girshick, *Fast R-CNN*, 2015, arXiv:1504.08083. PyTorch: `smooth_l1_loss`, where beta may be 0;
/// that is ``meanAbsoluteError(_:_:reduction:)``.)
public func smoothL1Loss(
  _ predictions: Variable, _ targets: Tensor, beta: Float = 1, reduction: Reduction = .mean
) -> Variable {
  Settings("smoothL1Loss").positive(beta, "beta")
  return huber("smoothL1Loss", predictions, targets, corner: beta, scale: beta, reduction)
}

private func huber(
  _ name: String, _ predictions: Variable, _ targets: Tensor, corner: Float, scale: Float,
  _ reduction: Reduction
) -> Variable {
  checkShapes(name, predictions.value, targets)
  let differences = predictions.value - targets
  // With d clipped to the corner as c, both forms are c (d − c / 2), in which no square overflows.
  let clipped = differences.clip(-corner...corner)
  let slope = clipped / scale
  let errors = slope * (differences - clipped / 2)
  return reduction(
    predictions.recorded(errors, pullback: { slope * $0 }),
    "\(name): predictions and targets \(targets.shape)")
}
