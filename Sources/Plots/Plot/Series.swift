extension Plot {
  /// Points in order, drawn as a line or one by one.
  public struct Series: Sendable {
    public var name: String
    public var points: [Point]
    /// How the intervals around the points are drawn, where they have any.
    public var spread = Spread.errorBars
    /// Nil until someone chooses: ``Plot/lines(_:)-([Series])`` then draws a line,
    /// ``Plot/scatter(_:)`` points.
    var chosenStyle: Style?

    /// A line unless told otherwise.
    public var style: Style {
      get { chosenStyle ?? .line }
      set { chosenStyle = newValue }
    }

    public enum Style: Sendable, Equatable { case line, points }

    /// What shows the intervals around points.
    public enum Spread: Sendable, Equatable {
      /// An upright line with caps at each point.
      case errorBars
      /// A shaded area along the line.
      case band
    }

    /// - Parameter style: nil leaves the choice to the plot: `Plot.lines` draws a line,
    ///   `Plot.scatter` points.
    public init(_ name: String = "", points: [Point], style: Style? = nil) {
      self.name = name
      self.points = points
      chosenStyle = style
    }

    /// Points from two lists of the same length; stops the program when the lengths differ.
    ///
    /// - Parameters:
    ///   - labels: a name for each point, or none at all; an empty name is not shown.
    ///   - style: nil leaves the choice to the plot: `Plot.lines` draws a line, `Plot.scatter` points.
    public init(
      _ name: String = "", x: [Double], y: [Double], labels: [String] = [], style: Style? = nil
    ) {
      if x.count != y.count {
        fatalError("Plot.Series(\"\(name)\"): \(x.count) values of x and \(y.count) of y")
      }
      if !labels.isEmpty && labels.count != x.count {
        fatalError("Plot.Series(\"\(name)\"): \(labels.count) labels for \(x.count) points")
      }
      points = x.indices.map { index in
        Point(x: x[index], y: y[index], label: labels.isEmpty ? "" : labels[index])
      }
      self.name = name
      chosenStyle = style
    }

    /// The series in the style that was chosen for it, or else in `style`.
    func drawn(as style: Style) -> Series {
      var copy = self
      copy.chosenStyle = chosenStyle ?? style
      return copy
    }
  }

  /// A point in the units of the axes.
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double
    /// Written beside the point when not empty.
    public var label: String
    /// Between which values of y the quantity may lie: an error bar, or a piece of a band.
    public var interval: ClosedRange<Double>?
    /// What the point's colour shows; see ``Plot/colorScale``.
    public var colorValue: Double?

    public init(
      x: Double, y: Double, label: String = "", interval: ClosedRange<Double>? = nil,
      colorValue: Double? = nil
    ) {
      self.x = x
      self.y = y
      self.label = label
      self.interval = interval
      self.colorValue = colorValue
    }
  }
}

extension Plot.Series: Equatable {
  /// A style that follows from the plot is the same as one that was chosen.
  public static func == (left: Plot.Series, right: Plot.Series) -> Bool {
    left.name == right.name && left.points == right.points && left.style == right.style
      && left.spread == right.spread
  }
}
