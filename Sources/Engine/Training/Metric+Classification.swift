extension Metric where Targets == Indices {
  /// The share of the items whose largest logit is that of their class, 0 to 1.
  ///
  /// Logits, or probabilities, `[batch, classes]`, classes `[batch]`; of equal logits the first
  /// counts as the largest.
  public static var accuracy: Metric {
    Metric("accuracy") { Tensor(shape: $1.shape, scalars: areRight($0, $1).map { $0 ? 1 : 0 }) }
  }

  /// The share of the items whose largest logit is another's than their class, 1 − accuracy.
  public static var errorRate: Metric {
    Metric("error rate") { Tensor(shape: $1.shape, scalars: areRight($0, $1).map { $0 ? 0 : 1 }) }
  }

  private static func areRight(_ logits: Tensor, _ classes: Indices) -> [Bool] {
    guard logits.rank > 0, Array(logits.shape.dropLast()) == classes.shape else {
      stop("accuracy", "logits \(logits.shape) and classes \(classes.shape) do not fit")
    }
    classes.check(below: logits.shape[logits.rank - 1], for: "accuracy: classes")
    return zip(logits.argmax(axis: -1).values, classes.values).map { $0 == $1 }
  }
}

extension Metric where Targets == Tensor {
  /// The share of the elements whose logit is on that side of the threshold where the target, 0
  /// or 1, puts it; 0 to 1.
  ///
  /// - Parameter threshold: for the logits; above it the answer counts as 1. A logit of 0 is a
  ///   probability of one half; for probabilities set 0.5.
  public static func binaryAccuracy(threshold: Float = 0) -> Metric {
    checkThreshold("binaryAccuracy", threshold)
    return Metric("accuracy") { 1 - disagreements($0, $1, threshold) }
  }

  /// 1 − ``binaryAccuracy(threshold:)``.
  public static func binaryErrorRate(threshold: Float = 0) -> Metric {
    checkThreshold("binaryErrorRate", threshold)
    return Metric("error rate") { disagreements($0, $1, threshold) }
  }

  /// Stops the program for NaN, above which no logit is.
  static func checkThreshold(_ name: String, _ threshold: Float) {
    if threshold.isNaN { stop(name, "the threshold must be a number, not NaN") }
  }

  private static func disagreements(
    _ logits: Tensor, _ targets: Tensor, _ threshold: Float
  ) -> Tensor {
    checkShapes("accuracy", logits, targets)
    return Tensor(
      shape: targets.shape,
      scalars: zip(logits.scalars, targets.scalars).map { ($0 > threshold) == ($1 > 0.5) ? 0 : 1 })
  }
}
