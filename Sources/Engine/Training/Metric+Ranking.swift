extension Metric where Targets == Tensor {
  /// The area under the ROC curve: how likely an item that is 1 is ranked above one that is 0, a
  /// tie counting one half.
  ///
  /// 1 is a perfect order, 0.5 chance. Logits and probabilities give the same, since only their
  /// order counts. Targets are 0 or 1. NaN when all targets are the same, or a prediction is NaN.
  /// (J. A. Hanley and B. J. McNeil, *The meaning and use of the area under a receiver operating
  /// characteristic (ROC) curve*, 1982. scikit-learn: `roc_auc_score`.)
  public static var areaUnderROC: Metric {
    Metric(
      "AUC", remembering: [Ranked](),
      add: { ranked, scores, targets in
        checkShapes("areaUnderROC", scores, targets)
        for (score, target) in zip(scores.scalars, targets.scalars) {
          ranked.append(Ranked(score: score, isYes: isYes(target, "areaUnderROC")))
        }
      }, finish: { area(under: $0) })
  }

  private struct Ranked: Sendable {
    var score: Float
    var isYes: Bool
  }

  private static func area(under ranked: [Ranked]) -> Double {
    if ranked.contains(where: \.score.isNaN) { return .nan }
    let sorted = ranked.sorted { $0.score < $1.score }
    // Whole numbers: twice the pairs in which the 1 is above the 0, a tie being one of the two.
    var (wins, lower, start) = (0, 0, 0)
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.score > sorted[start].score } ?? sorted.count
      let yes = sorted[start..<end].count(where: \.isYes)
      let no = end - start - yes
      wins += yes * (2 * lower + no)
      lower += no
      start = end
    }
    return Double(wins) / Double(2 * lower * (sorted.count - lower))
  }
}
