/// How surprising the true classes are under the softmax of the logits, by default averaged:
/// −log softmax(logits)[class] = log Σⱼ e^logitⱼ − logit[class].
///
/// Logits `[batch, classes]`, classes `[batch]`; more axes before the last are allowed in both.
/// The logarithm of the softmax is taken as a whole, with the largest logit subtracted first, so
/// no logit is too large or too small. The gradient of one item is softmax(logits) − one-hot(class).
///
/// - Parameters:
///   - weights: how much each class counts, `[classes]`: a rare one more, for example. The mean is
///     then Σ wᵢ · errorᵢ / Σ wᵢ over the items, wᵢ the weight of item i's class.
///   - ignored: the class of items that are left out, padding for example. It may be one of the
///     logits' classes or not (PyTorch: −100). Their errors are 0, and they do not count in the mean.
///   - labelSmoothing: the share of the target that all classes get evenly: with ε of n classes the
///     target is 1 − ε + ε / n for the true class and ε / n for each other. (Szegedy et al.,
///     *Rethinking the inception architecture*, 2015, arXiv:1512.00567, section 7.)
///
/// Stops the program when the shapes do not fit, a class has no logit, or there is no mean since every
/// item is ignored or weighs nothing, where PyTorch gives NaN. (PyTorch: `cross_entropy`, the
/// reduction `.none` in the shape of the classes.)
public func crossEntropy(
  _ logits: Variable, _ classes: Indices, weights: Tensor? = nil, ignoring ignored: Int? = nil,
  labelSmoothing: Float = 0, reduction: Reduction = .mean
) -> Variable {
  let shape = logits.value.shape
  guard let count = shape.last, Array(shape.dropLast()) == classes.shape else {
    stop(
      "crossEntropy",
      "logits \(shape) and classes \(classes.shape) do not fit; [batch, classes] and [batch] are "
        + "needed")
  }
  checkCrossEntropy(weights: weights, labelSmoothing: labelSmoothing)
  if let weights, weights.count != count {
    stop("crossEntropy", "\(weights.count) weights do not fit logits \(shape), of \(count) classes")
  }
  let targets = ClassTargets(
    classes: classes, count: count, weights: weights, smoothing: labelSmoothing, ignored: ignored)
  targets.check(for: "crossEntropy with logits \(shape)")
  let logarithms = logits.value.logSoftmax()
  let errors = logits.recorded(targets.surprises(logarithms)) {
    targets.pullback(logarithms, upstream: $0)
  }
  let operation = "crossEntropy: logits \(shape) and classes \(classes.shape)"
  guard reduction == .mean, weights != nil || ignored != nil else {
    return reduction(errors, operation)
  }
  return errors.sum() / targets.totalWeight(operation)
}

/// Stops the program unless the settings make sense for any logits.
func checkCrossEntropy(weights: Tensor?, labelSmoothing: Float) {
  Settings("crossEntropy").share(labelSmoothing, "labelSmoothing")
  guard let weights else { return }
  if weights.rank != 1 {
    stop("crossEntropy", "the weights need the shape [classes], not \(weights.shape)")
  }
  if let wrong = weights.scalars.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
    stop(
      "crossEntropy",
      "the weight of class \(wrong) is \(weights[wrong]); it must be finite and at least 0")
  }
}
