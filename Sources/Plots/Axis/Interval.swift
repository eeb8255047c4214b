extension Double {
  /// Whether the value can be drawn. The outermost tenth of a percent of the exponents is left
  /// out with infinity and NaN, so that no length of an interval overflows.
  var isDrawable: Bool { magnitude < 4e307 }
}

/// From a lower to an upper value, both drawable.
struct Interval: Equatable {
  var lower: Double
  var upper: Double

  init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The smallest interval with all values, nil when there are none.
  init?(of values: some Sequence<Double>) {
    var lower = Double.infinity
    var upper = -Double.infinity
    for value in values where value.isDrawable {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    if lower > upper { return nil }
    self.init(lower, upper)
  }

  var length: Double { upper - lower }

  /// An interval too short to be divided, given some room on both sides.
  var widenedIfEmpty: Interval {
    let largest = max(lower.magnitude, upper.magnitude)
    if length > largest * 1e-12 && length > 1e-305 { return self }
    let margin = margin(largest)
    return Interval(max(lower - margin, -5e307), min(upper + margin, 5e307))
  }

  /// A tenth of a value alone, but a whole unit around a whole number such as an epoch.
  private func margin(_ largest: Double) -> Double {
    if largest < 1e-305 { return 1 }
    let isWhole = largest == largest.rounded() && largest < 1e6
    return isWhole ? max(1, largest / 10) : min(largest / 10, 8e306)
  }

  func including(_ value: Double) -> Interval { Interval(min(lower, value), max(upper, value)) }
}
