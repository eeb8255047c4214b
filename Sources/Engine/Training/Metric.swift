/// A figure that tells how good predictions are, over a whole set of items.
///
/// It is that of all items at once, whatever the batches in which they come: not the mean of the
/// batches' figures, which would count the items of a short last batch more, and which for some
/// metrics is another number altogether.
public struct Metric<Targets>: Sendable {
  /// For the table of epochs: `RMSE`.
  public let name: String
  private let start: @Sendable () -> any MetricAccumulator<Targets>

  /// A mean over all elements.
  ///
  /// - Parameters:
  ///   - name: of the metric.
  ///   - error: of each element.
  ///   - finish: what to do with the errors' mean, such as taking the square root.
  public init(
    _ name: String,
    error: @escaping @Sendable (_ predictions: Tensor, _ targets: Targets) -> Tensor,
    finish: @escaping @Sendable (_ mean: Double) -> Double = { $0 }
  ) {
    self.init(
      name, remembering: (sum: 0.0, count: 0),
      add: { sums, predictions, targets in
        let errors = error(predictions, targets)
        sums.sum += Double(errors.sum().item)
        sums.count += errors.count
      }, finish: { finish($0.sum / Double($0.count)) })
  }

  /// A metric that is no mean: it remembers what it needs of each batch and computes the figure in
  /// the end.
  ///
  ///     Metric<Tensor>("largest error", remembering: 0) { largest, predictions, targets in
  ///       largest = max(largest, (predictions - targets).abs().max().item)
  ///     } finish: { Double($0) }
  ///
  /// - Parameters:
  ///   - name: of the metric.
  ///   - memory: before the first batch.
  ///   - add: takes a batch into the memory.
  ///   - finish: makes the figure of the memory.
  public init<Memory: Sendable>(
    _ name: String, remembering memory: Memory,
    add:
      @escaping @Sendable (_ memory: inout Memory, _ predictions: Tensor, _ targets: Targets) ->
      Void,
    finish: @escaping @Sendable (_ memory: Memory) -> Double
  ) {
    self.name = name
    start = { Accumulation(memory: memory, addBatch: add, finish: finish) }
  }

  private init(_ name: String, start: @escaping @Sendable () -> any MetricAccumulator<Targets>) {
    self.name = name
    self.start = start
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
    let start = start
    return Metric<Whole>(name) { PartialAccumulation(inner: start(), part: part) }
  }

  /// Takes in predictions batch by batch.
  var accumulator: any MetricAccumulator<Targets> { start() }
}

/// A metric on its way through the batches.
protocol MetricAccumulator<Targets> {
  associatedtype Targets
  mutating func add(_ predictions: Tensor, _ targets: Targets)
  var value: Double { get }
}

private struct Accumulation<Memory, Targets>: MetricAccumulator {
  var memory: Memory
  let addBatch: (_ memory: inout Memory, _ predictions: Tensor, _ targets: Targets) -> Void
  let finish: (_ memory: Memory) -> Double

  mutating func add(_ predictions: Tensor, _ targets: Targets) {
    addBatch(&memory, predictions, targets)
  }

  var value: Double { finish(memory) }
}

private struct PartialAccumulation<Part, Targets>: MetricAccumulator {
  var inner: any MetricAccumulator<Part>
  let part: (_ predictions: Tensor, _ targets: Targets) -> (Tensor, Part)

  mutating func add(_ predictions: Tensor, _ targets: Targets) {
    let (predictions, targets) = part(predictions, targets)
    inner.add(predictions, targets)
  }

  var value: Double { inner.value }
}
