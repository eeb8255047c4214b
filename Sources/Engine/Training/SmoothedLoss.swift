/// The training loss, whose single batches jump, as an exponentially weighted mean:
/// m ← 0.98 · m + 0.02 · loss, divided by 1 − 0.98ⁿ after n batches.
///
/// The division makes up for the start at zero ("debiasing"), so already the first figures mean
/// something. (fastai 0.7's training loop; D. P. Kingma and J. Ba, *Adam*, 2015, section 3.)
struct SmoothedLoss: Sendable, Equatable {
  private static let keep = 0.98
  private(set) var average: Double
  /// 0.98ⁿ: what weight the start at zero still has.
  private(set) var startWeight: Double

  init(average: Double = 0, startWeight: Double = 1) {
    self.average = average
    self.startWeight = startWeight
  }

  mutating func add(_ loss: Double) {
    average = average * SmoothedLoss.keep + loss * (1 - SmoothedLoss.keep)
    startWeight *= SmoothedLoss.keep
  }

  /// NaN before the first loss.
  var value: Double { average / (1 - startWeight) }
}
