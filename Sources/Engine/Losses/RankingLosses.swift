/// Bayesian personalized ranking: how surprising it is that each positive item beats its negative
/// ones, −log σ(positive − negative), by default averaged.
///
/// Both `[batch]`: the score of an item that somebody chose, and of one drawn from those that were not
/// chosen. With several negatives for each positive, these are `[batch, negatives]`, and each pair
/// counts alike. Computed as log(1 + e^(negative − positive)), so no score is too large or too small.
/// (S. Rendle et al., *BPR*, 2009, arXiv:1205.2618, where L2 regularisation is a part of it; see
/// ``squaredNorm(of:)``. PyTorch: `-logsigmoid(positives - negatives).mean()`.)
public func bprLoss(
  _ positives: Variable, _ negatives: Variable, reduction: Reduction = .mean
) -> Variable {
  let (lead, operation) = lead("bprLoss", positives, negatives)
  return reduction((-lead).softplus(), operation)
}

/// How far each positive item is from beating its negative ones by a margin,
/// max(0, margin − (positive − negative)), by default averaged; shapes as for
/// ``bprLoss(_:_:reduction:)``.
///
/// (PyTorch: `margin_ranking_loss(positives, negatives, ones, margin)`, whose margin is 0 by default.)
public func marginRankingLoss(
  _ positives: Variable, _ negatives: Variable, margin: Float = 1, reduction: Reduction = .mean
) -> Variable {
  Settings("marginRankingLoss").notNegative(margin, "margin")
  let (lead, operation) = lead("marginRankingLoss", positives, negatives)
  return reduction((margin - lead).relu(), operation)
}

/// max(0, 1 − target · score), the loss of a support vector machine, by default averaged.
///
/// Scores and targets have the same shape; a target is 1 or −1. (Scikit-learn: `hinge_loss`. PyTorch's
/// `hinge_embedding_loss` is another: of distances.)
public func hingeLoss(
  _ scores: Variable, _ targets: Tensor, reduction: Reduction = .mean
) -> Variable {
  checkShapes("hingeLoss", scores.value, targets)
  if let wrong = targets.scalars.firstIndex(where: { $0.magnitude != 1 }) {
    stop(
      "hingeLoss", "target \(targets.scalars[wrong]) at position \(wrong) is neither 1 nor -1")
  }
  return reduction(
    (1 - scores * targets).relu(), "hingeLoss: scores and targets \(targets.shape)")
}

/// Positive minus negative scores, and a name for messages.
private func lead(
  _ name: String, _ positives: Variable, _ negatives: Variable
) -> (lead: Variable, operation: String) {
  let (shape, other) = (positives.value.shape, negatives.value.shape)
  let operation = "\(name): positives \(shape) and negatives \(other)"
  if shape == other { return (positives - negatives, operation) }
  guard shape.count == 1, other.count == 2, shape[0] == other[0] else {
    stop(operation, "do not fit; [batch] and [batch] or [batch, negatives] are needed")
  }
  return (positives.reshape([shape[0], 1]) - negatives, operation)
}
