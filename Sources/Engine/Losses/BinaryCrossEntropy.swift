/// How surprising the targets are under the sigmoid of the logits, by default averaged:
/// −t · log σ(x) − (1 − t) · log(1 − σ(x)), for a logit x and a target t.
///
/// Logits and targets have the same shape; a target is 0 or 1, or a probability between. It is
/// computed as max(x, 0) − x · t + log(1 + e^−|x|), in which nothing overflows and no logarithm
/// of 0 is taken, so no logit is too large or too small. The gradient is σ(x) − t. (PyTorch:
/// `binary_cross_entropy_with_logits`.)
public func binaryCrossEntropy(
  _ logits: Variable, _ targets: Tensor, reduction: Reduction = .mean
) -> Variable {
  let x = logits.value
  checkShapes("binaryCrossEntropy", x, targets)
  let errors = x.relu() - x * targets + (-x.abs()).softplus()
  return reduction(
    logits.recorded(errors) { (x.sigmoid() - targets) * $0 },
    "binaryCrossEntropy: logits \(x.shape) and targets \(targets.shape)")
}
