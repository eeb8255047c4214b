/// A figure that tells how good predictions are, over a whole set of items.
///
/// It is the errors' sum over all items divided by their number, not the mean of the batches'
/// means, which would count the items of a short last batch more.
public struct Metric<Targets>: Sendable {
  /// For the table of epochs: `RMSE`.
  public let name: String
  private let error: @Sendable (_ predictions: Tensor, _ targets: Targets) -> Tensor
  private let finish: @Sendable (_ mean: Double) -> Double

  /// - Parameters:
  ///   - name: of the metric.
  ///   - error: of each element.
  ///   - finish: what to do with the errors' mean, such as taking the square root.
  public init(
    _ name: String,
    error: @escaping @Sendable (_ predictions: Tensor, _ targets: Targets) -> Tensor,
    finish: @escaping @Sendable (_ mean: Double) -> Double = { $0 }
  ) {
    self.name = name
    self.error = error
    self.finish = finish
  }

  /// The metric of all the predictions at once; NaN when there are none.
  public func callAsFunction(_ predictions: Tensor, _ targets: Targets) -> Double {
    var accumulator = accumulator
    accumulator.add(predictions, targets)
    return accumulator.value
  }

  /// The same metric of a part of other predictions and targets, for a model with several answers:
  ///
  ///     Metric.errorRate.of("disease wrong") { logits, labels in
  ///       (logits.slice(axis: 1, 0..<10), labels.diseases)
  ///     }
  public func of<Whole>(
    _ name: String,
    _ part: @escaping @Sendable (_ predictions: Tensor, _ targets: Whole) -> (Tensor, Targets)
  ) -> Metric<Whole> {
    let error = error
    return Metric<Whole>(
      name,
      error: { predictions, targets in
        let (predictions, targets) = part(predictions, targets)
        return error(predictions, targets)
      }, finish: finish)
  }

  /// Adds up errors batch by batch.
  var accumulator: Accumulator { Accumulator(metric: self) }

  struct Accumulator {
    let metric: Metric
    private var sum = 0.0
    private var count = 0

    init(metric: Metric) { self.metric = metric }

    mutating func add(_ predictions: Tensor, _ targets: Targets) {
      let errors = metric.error(predictions, targets)
      sum += Double(errors.sum().item)
      count += errors.count
    }

    var value: Double { metric.finish(sum / Double(count)) }
  }
}
