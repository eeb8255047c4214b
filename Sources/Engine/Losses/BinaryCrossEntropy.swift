/// How surprising the targets are under the sigmoid of the logits, by default averaged:
/// −w · t · log σ(x) − (1 − t) · log(1 − σ(x)), for a logit x and a target t.
///
/// Logits and targets have the same shape; a target is 0 or 1, or a probability between. It is
/// computed as max(x, 0) − x · t + log(1 + e^−|x|), in which nothing overflows and no logarithm
/// of 0 is taken, so no logit is too large or too small. The gradient is σ(x) − t. (PyTorch:
/// `binary_cross_entropy_with_logits`, which takes any targets; here one outside of 0...1 stops the
/// program.)
///
/// - Parameter positiveWeight: w, how much a target of 1 counts beside one of 0, for example the
///   number of zeros for each one: a single number in brackets, `[3]`, or one for each column. The
///   mean is still taken over all elements. (PyTorch: `pos_weight`.)
public func binaryCrossEntropy(
  _ logits: Variable, _ targets: Tensor, positiveWeight: Tensor? = nil,
  reduction: Reduction = .mean
) -> Variable {
  let x = logits.value
  checkShapes("binaryCrossEntropy", x, targets)
  checkProbabilities("binaryCrossEntropy", targets)
  let operation = "binaryCrossEntropy: logits \(x.shape) and targets \(targets.shape)"
  guard let positiveWeight else {
    let errors = x.relu() - x * targets + (-x.abs()).softplus()
    return reduction(logits.recorded(errors) { (x.sigmoid() - targets) * $0 }, operation)
  }
  checkPositiveWeight(positiveWeight)
  guard Broadcasting.shape(positiveWeight.shape, x.shape) == x.shape else {
    stop(operation, "a positive weight of shape \(positiveWeight.shape) does not fit")
  }
  // −log σ(x) is softplus(−x), and −log(1 − σ(x)) is softplus(x).
  let (ones, zeros) = (positiveWeight * targets, 1 - targets)
  let errors = ones * (-x).softplus() + zeros * x.softplus()
  let result = logits.recorded(errors) { (zeros * x.sigmoid() - ones * (-x).sigmoid()) * $0 }
  return reduction(result, operation)
}

/// Stops the program unless every weight is a finite number of at least 0.
func checkPositiveWeight(_ weights: Tensor) {
  if let wrong = weights.scalars.first(where: { !($0 >= 0 && $0.isFinite) }) {
    stop("binaryCrossEntropy", "positiveWeight is \(wrong); it must be finite and at least 0")
  }
}

/// Stops the program when a target is less than 0 or more than 1: a rating, or ±1. NaN passes, a loss
/// of NaN tells of it.
func checkProbabilities(_ operation: String, _ targets: Tensor) {
  if targets.count == 0 || !(targets.min().item < 0 || targets.max().item > 1) { return }
  if let wrong = targets.scalars.firstIndex(where: { $0 < 0 || $0 > 1 }) {
    stop(
      operation,
      "target \(targets.scalars[wrong]) at position \(wrong) is not in 0...1, which probabilities are"
    )
  }
}
