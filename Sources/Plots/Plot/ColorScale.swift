extension Plot {
  /// Which colours stand for which values, in a heat map or among coloured points.
  public struct ColorScale: Sendable, Equatable {
    public var palette: Palette
    /// What the colours show, and in which unit.
    public var title: String
    /// Values outside have the colour of the nearest end. Nil fits the data.
    public var range: ClosedRange<Double>?

    public init(
      _ palette: Palette = .sequential, title: String = "", range: ClosedRange<Double>? = nil
    ) {
      self.palette = palette
      self.title = title
      self.range = range
    }
  }

  /// Colours that keep their order for all readers, with and without full sight of colour.
  public enum Palette: Sendable, Equatable {
    /// From dark violet over green to yellow (the stops of matplotlib's viridis).
    case sequential
    /// Blue below a value, white at it, orange above: both sides reach equally far.
    case diverging(center: Double)
  }

  /// The plot with a scale for its colours:
  ///
  ///     Plot.heatMap(values: weights).colorScale(.diverging(center: 0), title: "weight")
  ///
  /// - Parameter range: values outside have the colour of the nearest end; nil fits the data.
  public func colorScale(
    _ palette: Palette = .sequential, title: String = "", range: ClosedRange<Double>? = nil
  ) -> Plot {
    if case .diverging(let center) = palette, !center.isDrawable {
      fatalError("Plot.colorScale: colours cannot diverge from \(center)")
    }
    return changed { $0.colorScale = ColorScale(palette, title: title, range: range) }
  }
}
