extension Plot {
  /// What the author asked of one axis.
  public struct AxisOptions: Sendable, Equatable {
    /// The quantity and its unit: `time (ms)`.
    public var title = ""
    public var isLogarithmic = false
    /// Nil fits the data.
    public var range: ClosedRange<Double>?
  }
}

extension Plot.AxisOptions {
  /// The lower end of the range, nil where the axis cannot begin there and fits the data.
  var lowerEnd: Double? { usable(range?.lowerBound) }

  /// The upper end of the range, nil where the axis cannot end there and fits the data.
  var upperEnd: Double? { usable(range?.upperBound) }

  /// Whether the axis has a place for `value`.
  func hasPlace(_ value: Double) -> Bool { value.isDrawable && (value > 0 || !isLogarithmic) }

  private func usable(_ end: Double?) -> Double? {
    end.flatMap { hasPlace($0) ? $0 : nil }
  }
}
