/// Maps the values of one axis to the unit interval.
struct Scale: Equatable {
  let interval: Interval
  let isLogarithmic: Bool
  private let start: Double
  private let length: Double

  init(_ interval: Interval, isLogarithmic: Bool) {
    self.interval = interval
    self.isLogarithmic = isLogarithmic
    start = isLogarithmic ? log10(interval.lower) : interval.lower
    length = (isLogarithmic ? log10(interval.upper) : interval.upper) - start
  }

  /// 0 at the lower end of the range, 1 at the upper, beyond these outside; nil for what has no
  /// place on the axis.
  func position(of value: Double) -> Double? {
    // A tick may lie a little beyond the largest value that can be drawn.
    guard value.magnitude <= 1e308, !isLogarithmic || value > 0 else { return nil }
    return ((isLogarithmic ? log10(value) : value) - start) / length
  }

  /// The position moved into the range.
  func clampedPosition(of value: Double) -> Double {
    min(max(position(of: value) ?? 0, 0), 1)
  }
}
