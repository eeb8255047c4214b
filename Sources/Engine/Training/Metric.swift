/// A figure that tells how good predictions are, over a whole set of items.
///
/// It is the errors' sum over all items divided by their number, not the mean of the batches'
/// means, which would count the items of a short last batch more.
public struct Metric: Sendable {
  /// For the table of epochs: `RMSE`.
  public let name: String
  private let error: @Sendable (_ predictions: Tensor, _ targets: Tensor) -> Tensor
  private let finish: @Sendable (_ mean: Double) -> Double

  /// - Parameters:
  ///   - name: of the metric.
  ///   - error: of each element, in the shape of the predictions.
  ///   - finish: what to do with the errors' mean, such as taking the square root.
  public init(
    _ name: String,
    error: @escaping @Sendable (_ predictions: Tensor, _ targets: Tensor) -> Tensor,
    finish: @escaping @Sendable (_ mean: Double) -> Double = { $0 }
  ) {
    self.name = name
    self.error = error
    self.finish = finish
  }

  /// The metric of all the predictions at once.
  public func callAsFunction(_ predictions: Tensor, _ targets: Tensor) -> Double {
    var accumulator = accumulator
    accumulator.add(predictions, targets)
    return accumulator.value
  }

  /// Adds up errors batch by batch.
  var accumulator: Accumulator { Accumulator(metric: self) }

  struct Accumulator {
    let metric: Metric
    private var sum = 0.0
    private var count = 0

    init(metric: Metric) { self.metric = metric }

    mutating func add(_ predictions: Tensor, _ targets: Tensor) {
      checkShapes(metric.name, predictions, targets)
      sum += Double(metric.error(predictions, targets).sum().item)
      count += targets.count
    }

    var value: Double { metric.finish(sum / Double(count)) }
  }
}

extension Metric {
  /// Mean squared error: the mean of (prediction − target)².
  public static let meanSquaredError = Metric("MSE", error: squaredDifferences)

  /// Root mean squared error, in the targets' own unit.
  public static let rootMeanSquaredError = Metric("RMSE", error: squaredDifferences) {
    $0.squareRoot()
  }

  /// Mean absolute error: the mean of |prediction − target|, in the targets' own unit.
  public static let meanAbsoluteError = Metric("MAE") { ($0 - $1).abs() }

  @Sendable private static func squaredDifferences(
    _ predictions: Tensor, _ targets: Tensor
  ) -> Tensor {
    let differences = predictions - targets
    return differences * differences
  }
}
