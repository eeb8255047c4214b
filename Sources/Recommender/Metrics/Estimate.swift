import CKernels
import Display

/// A figure measured on a sample, with how far it may be off.
///
///     interval = value ± z · standardError,  z = 1.96 for 95 %
///
/// The interval is that of the normal approximation: it holds for means over many users, not for a
/// handful, and it may reach beyond what the figure can be.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  /// The standard deviation of the figure over samples of this size; infinite where a single
  /// observation says nothing about it.
  public let standardError: Double
  /// How many independent observations there were: users.
  public let count: Int

  /// The mean of some observations. Its standard error is their deviation, with n − 1, over √n.
  /// Without any observation the value is NaN.
  public init(meanOf observations: [Double]) {
    let count = Double(observations.count)
    let mean = observations.reduce(0, +) / count
    let squares = observations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    value = mean
    standardError = count < 2 ? .infinity : (squares / (count - 1) / count).squareRoot()
    self.count = observations.count
  }

  init(value: Double, standardError: Double, count: Int) {
    self.value = value
    self.standardError = standardError
    self.count = count
  }

  /// The lower end of the 95 % interval.
  public var lower: Double { interval(confidence: 0.95).lower }
  /// The upper end of the 95 % interval.
  public var upper: Double { interval(confidence: 0.95).upper }

  /// The interval that covers the true figure in this part of all samples.
  ///
  /// - Parameter confidence: between 0 and 1, both excluded.
  public func interval(confidence: Double) -> (lower: Double, upper: Double) {
    guard confidence > 0, confidence < 1 else {
      stop("interval", "a confidence is between 0 and 1, not \(confidence)")
    }
    let margin = lectern_normal_inverse_f64(0.5 + confidence / 2) * standardError
    return (value - margin, value + margin)
  }
}

extension Estimate: Displayable {
  public var representations: Representations {
    Representations(
      plain: "\(format(value, decimals: 4)) (95 % interval \(format(lower, decimals: 4)) to "
        + "\(format(upper, decimals: 4)))")
  }
}
