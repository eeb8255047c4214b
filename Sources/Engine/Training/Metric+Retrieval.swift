// Precision, recall and their mean, for answers of yes or no and for classes.

extension Metric where Targets == Tensor {
  /// The share of the items taken for 1 that are: right / (right + wrongly taken for 1). 0 when
  /// none is taken for 1. (scikit-learn: `precision_score`.)
  ///
  /// Targets are 0 or 1.
  ///
  /// - Parameter threshold: for the logits; above it the answer counts as 1. A logit of 0 is a
  ///   probability of one half; for probabilities set 0.5.
  public static func precision(threshold: Float = 0) -> Metric {
    binary("precision", threshold, \.precision)
  }

  /// The share of the items that are 1 that are taken for 1: right / (right + missed). 0 when there
  /// is none. (scikit-learn: `recall_score`.) See ``precision(threshold:)``.
  public static func recall(threshold: Float = 0) -> Metric {
    binary("recall", threshold, \.recall)
  }

  /// The harmonic mean of precision and recall: 2 · right / (2 · right + wrongly taken for 1 +
  /// missed). (scikit-learn: `f1_score`.) See ``precision(threshold:)``.
  public static func f1(threshold: Float = 0) -> Metric {
    binary("F1", threshold, \.f1)
  }

  private static func binary(
    _ name: String, _ threshold: Float, _ figure: @escaping @Sendable (Retrieval) -> Double
  ) -> Metric {
    checkThreshold(name, threshold)
    return Metric(
      name, remembering: Retrieval(),
      add: { counts, logits, targets in
        checkShapes(name, logits, targets)
        for (logit, target) in zip(logits.scalars, targets.scalars) {
          counts.add(answer: logit > threshold, truth: isYes(target, name))
        }
      }, finish: figure)
  }

  /// Stops the program for a target that is neither 0 nor 1.
  static func isYes(_ target: Float, _ metric: String) -> Bool {
    if target != 0 && target != 1 {
      stop(metric, "the targets must be 0 or 1; one is \(target)")
    }
    return target == 1
  }
}

extension Metric where Targets == Indices {
  /// The mean over the classes of each one's precision, the share of the items taken for it that
  /// are of it. Classes that are neither taken nor true do not count.
  ///
  /// Logits, or probabilities, `[batch, classes]`, classes `[batch]`. (scikit-learn:
  /// `precision_score` with `average="macro"`.)
  public static var macroPrecision: Metric { macro("macro precision", \.precision) }

  /// The mean over the classes of each one's recall, the share of its items that are taken for it.
  /// See ``macroPrecision``.
  public static var macroRecall: Metric { macro("macro recall", \.recall) }

  /// The mean over the classes of each one's F1, the harmonic mean of its precision and recall: a
  /// rare class counts as much as a common one. See ``macroPrecision``.
  public static var macroF1: Metric { macro("macro F1", \.f1) }

  private static func macro(
    _ name: String, _ figure: @escaping @Sendable (Retrieval) -> Double
  ) -> Metric {
    Metric(
      name, remembering: [Retrieval](),
      add: { counts, logits, classes in
        let (answers, count) = answers(name, logits, classes)
        if counts.isEmpty { counts = Array(repeating: Retrieval(), count: count) }
        for (answer, truth) in zip(answers, classes.values) {
          if !counts.indices.contains(Int(truth)) || answer >= counts.count {
            stop(name, "there is no class \(truth); the logits have \(counts.count)")
          }
          if answer == truth {
            counts[Int(truth)].right += 1
          } else {
            counts[Int(answer)].wronglyTaken += 1
            counts[Int(truth)].missed += 1
          }
        }
      },
      finish: { counts in
        let seen = counts.filter { $0.right + $0.wronglyTaken + $0.missed > 0 }
        return seen.map(figure).reduce(0, +) / Double(seen.count)
      })
  }

  private static func answers(
    _ name: String, _ logits: Tensor, _ classes: Indices
  ) -> (answers: [Int32], classCount: Int) {
    guard let count = logits.shape.last, Array(logits.shape.dropLast()) == classes.shape else {
      stop(name, "logits \(logits.shape) and classes \(classes.shape) do not fit")
    }
    return (logits.argmax(axis: -1).values, count)
  }
}

/// How often a class was found.
private struct Retrieval: Sendable {
  var right = 0
  var wronglyTaken = 0
  var missed = 0

  mutating func add(answer: Bool, truth: Bool) {
    switch (answer, truth) {
    case (true, true): right += 1
    case (true, false): wronglyTaken += 1
    case (false, true): missed += 1
    case (false, false): break
    }
  }

  var precision: Double { share(right, of: right + wronglyTaken) }
  var recall: Double { share(right, of: right + missed) }
  var f1: Double { share(2 * right, of: 2 * right + wronglyTaken + missed) }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
