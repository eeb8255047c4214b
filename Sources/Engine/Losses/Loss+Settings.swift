// Losses with settings, which are checked where the loss is named.

extension Loss where Targets == Tensor {
  /// See ``huberLoss(_:_:delta:reduction:)``.
  public static func huber(delta: Float = 1) -> Loss {
    Settings("Loss.huber").positive(delta, "delta")
    return Loss("Huber loss") { huberLoss($0, $1, delta: delta) }
  }

  /// See ``smoothL1Loss(_:_:beta:reduction:)``.
  public static func smoothL1(beta: Float = 1) -> Loss {
    Settings("Loss.smoothL1").positive(beta, "beta")
    return Loss("smooth L1 loss") { smoothL1Loss($0, $1, beta: beta) }
  }

  /// See ``binaryCrossEntropy(_:_:positiveWeight:reduction:)``; the predictions are logits.
  public static func binaryCrossEntropy(positiveWeight: Tensor) -> Loss {
    checkPositiveWeight(positiveWeight)
    return Loss("binary cross entropy") {
      Engine.binaryCrossEntropy($0, $1, positiveWeight: positiveWeight)
    }
  }

  /// See ``hingeLoss(_:_:reduction:)``; the targets are 1 or −1.
  public static var hinge: Loss { Loss("hinge loss") { hingeLoss($0, $1) } }

  /// See ``klDivergence(logits:targets:reduction:)``; the predictions are logits, the targets
  /// probabilities.
  public static var klDivergence: Loss {
    Loss("KL divergence") { Engine.klDivergence(logits: $0, targets: $1) }
  }
}

extension Loss where Targets == Indices {
  /// See ``crossEntropy(_:_:weights:ignoring:labelSmoothing:reduction:)``; the predictions are logits.
  public static func crossEntropy(
    weights: Tensor? = nil, ignoring ignored: Int? = nil, labelSmoothing: Float = 0
  ) -> Loss {
    checkCrossEntropy(weights: weights, labelSmoothing: labelSmoothing)
    return Loss("cross entropy") {
      Engine.crossEntropy(
        $0, $1, weights: weights, ignoring: ignored, labelSmoothing: labelSmoothing)
    }
  }
}

// Losses of a model that scores the right item and others: the predictions are `[batch, items]`, the
// first column the positive item's, and the targets are not looked at.
extension Loss {
  /// See ``bprLoss(_:_:reduction:)``; of predictions `[batch, 1 + negatives]`.
  public static var bpr: Loss {
    Loss("BPR loss") { scores, _ in
      let (positives, negatives) = columns(scores, "Loss.bpr")
      return bprLoss(positives, negatives)
    }
  }

  /// See ``marginRankingLoss(_:_:margin:reduction:)``; of predictions `[batch, 1 + negatives]`.
  public static func marginRanking(margin: Float = 1) -> Loss {
    Settings("Loss.marginRanking").notNegative(margin, "margin")
    return Loss("margin ranking loss") { scores, _ in
      let (positives, negatives) = columns(scores, "Loss.marginRanking")
      return marginRankingLoss(positives, negatives, margin: margin)
    }
  }

  private static func columns(
    _ scores: Variable, _ name: String
  ) -> (positives: Variable, negatives: Variable) {
    let shape = scores.value.shape
    guard shape.count == 2, shape[1] > 1 else {
      stop(name, "needs scores [batch, 1 + negatives], the shape is \(shape)")
    }
    return (
      scores.slice(axis: 1, 0..<1).reshape([shape[0]]), scores.slice(axis: 1, 1..<shape[1])
    )
  }
}
