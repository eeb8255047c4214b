/// How much the softmax of the logits differs from given distributions, the Kullback–Leibler
/// divergence D(target ‖ softmax(logits)) = Σ target · (log target − log softmax(logits)), by default
/// averaged over the rows.
///
///     klDivergence(logits: student(images), targets: teacher(images).value.softmax())
///
/// Both `[…, classes]`; `.none` gives `[…]`. The targets are probabilities: each row is at least 0 and
/// sums to 1, or the program stops. What is learned goes first, in logits; logarithms of probabilities
/// will do, since their softmax is the probabilities. The gradient is softmax(logits) − target.
/// (S. Kullback and R. A. Leibler, *On information and sufficiency*, 1951. PyTorch's `kl_div` takes
/// logarithms first and probabilities second, and its `"batchmean"` is our mean; its own `"mean"`
/// divides by the number of classes as well.)
public func klDivergence(
  logits: Variable, targets: Tensor, reduction: Reduction = .mean
) -> Variable {
  checkShapes("klDivergence", logits.value, targets)
  checkDistributions("klDivergence", targets)
  let isPossible = targets .> Tensor(0)
  let nothing = Variable(Tensor(0), requiresGradient: false)
  let ratios = Tensor.where(isPossible, targets, Tensor(1)).log() - logits.logSoftmax()
  // 0 · log 0 is 0, also where the logit is minus infinity.
  let errors = Variable.where(isPossible, ratios, nothing) * targets
  return reduction(
    errors.sum(axis: -1), "klDivergence: logits and targets \(targets.shape)")
}

/// Stops the program unless each row along the last axis is a probability distribution.
private func checkDistributions(_ operation: String, _ targets: Tensor) {
  if targets.rank == 0 { stop(operation, "needs rows of probabilities, got a single number") }
  if let wrong = targets.scalars.firstIndex(where: { $0 < 0 }) {
    stop(
      operation,
      "target \(targets.scalars[wrong]) at position \(wrong) is negative; give probabilities, the "
        + "softmax of logits for example")
  }
  for (row, sum) in targets.sum(axis: -1).scalars.enumerated() where (sum - 1).magnitude > 1e-3 {
    stop(
      operation,
      "the targets of row \(row) sum to \(sum), not 1; give probabilities, the softmax of logits for "
        + "example")
  }
}
