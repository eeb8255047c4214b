extension Metric where Targets == Tensor {
  /// The coefficient of determination R²: what share of the targets' variance the predictions
  /// explain.
  ///
  ///     1 − Σ (target − prediction)² / Σ (target − mean target)²
  ///
  /// 1 is perfect, 0 as good as always saying the mean of all targets, below 0 worse. Of several
  /// columns, `[items, columns]`, it is the mean over the columns. Where all targets of a column
  /// are the same, its figure is 1 if all predictions are right and 0 otherwise; with fewer than
  /// two items it is NaN. (scikit-learn: `r2_score`.)
  public static var rSquared: Metric {
    Metric(
      "R²", remembering: [Column](),
      add: { columns, predictions, targets in
        checkShapes("rSquared", predictions, targets)
        let width = Tensor.count(of: targets.shape.dropFirst())
        if columns.isEmpty { columns = Array(repeating: Column(), count: width) }
        if columns.count != width {
          stop("rSquared", "batches of \(columns.count) and of \(width) columns do not fit")
        }
        for (index, (prediction, target)) in zip(predictions.scalars, targets.scalars).enumerated()
        {
          columns[index % width].add(prediction, target)
        }
      }, finish: { columns in columns.map(\.figure).reduce(0, +) / Double(columns.count) })
  }

  private struct Column: Sendable {
    /// All of them, since the squares' sum about the mean cannot be had in one pass to full
    /// precision.
    var targets: [Float] = []
    var squaredErrors = 0.0

    mutating func add(_ prediction: Float, _ target: Float) {
      targets.append(target)
      let error = Double(target) - Double(prediction)
      squaredErrors += error * error
    }

    var figure: Double {
      if targets.count < 2 { return .nan }
      let mean = targets.reduce(0) { $0 + Double($1) } / Double(targets.count)
      let squares = targets.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      if squares == 0 { return squaredErrors.isNaN ? .nan : squaredErrors == 0 ? 1 : 0 }
      return 1 - squaredErrors / squares
    }
  }
}
