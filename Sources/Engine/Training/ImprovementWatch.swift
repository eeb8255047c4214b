/// The smallest figure so far, and for how long it has been so. NaN is never the smallest.
struct ImprovementWatch {
  private let threshold: Double
  private var best = Double.infinity
  private(set) var epochsWithoutImprovement = 0

  init(threshold: Double) { self.threshold = threshold }

  /// Takes note of an epoch's figure; true when it is better than all before.
  @discardableResult
  mutating func note(_ figure: Double) -> Bool {
    if figure < best - threshold {
      best = figure
      epochsWithoutImprovement = 0
      return true
    }
    epochsWithoutImprovement += 1
    return false
  }
}
