import Display

/// Reports the progress of a training, at most twenty times a second. The clock decides only
/// which of the reports are sent; they are not part of a step's output.
struct ProgressMeter {
  private static let interval = Duration.milliseconds(50)
  private let totalSteps: Int
  private let epochs: ClosedRange<Int>
  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant

  /// - Parameters:
  ///   - totalSteps: of all the epochs.
  ///   - epochs: that this run trains.
  init(totalSteps: Int, epochs: ClosedRange<Int>) {
    self.totalSteps = totalSteps
    self.epochs = epochs
    due = clock.now
  }

  mutating func report(step: Int, epoch: Int, loss: Double) {
    let now = clock.now
    guard now >= due || step == totalSteps else { return }
    due = now + ProgressMeter.interval
    reportProgress(
      Double(step) / Double(totalSteps), "epoch \(epoch) of \(epochs.upperBound)",
      figures: ["loss": format(loss, decimals: 4)])
  }
}
