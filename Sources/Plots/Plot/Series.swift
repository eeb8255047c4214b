extension Plot {
  /// Points in order, drawn as a line or one by one.
  public struct Series: Sendable, Equatable {
    public var name: String
    public var points: [Point]
    public var style: Style

    public enum Style: Sendable, Equatable { case line, points }

    public init(_ name: String = "", points: [Point], style: Style = .line) {
      self.name = name
      self.points = points
      self.style = style
    }

    /// Points from two lists of the same length; stops the program when the lengths differ.
    ///
    /// - Parameters:
    ///   - labels: a name for each point, or none at all; an empty name is not shown.
    public init(
      _ name: String = "", x: [Double], y: [Double], labels: [String] = [], style: Style = .line
    ) {
      if x.count != y.count {
        fatalError("Plot.Series(\"\(name)\"): \(x.count) values of x and \(y.count) of y")
      }
      if !labels.isEmpty && labels.count != x.count {
        fatalError("Plot.Series(\"\(name)\"): \(labels.count) labels for \(x.count) points")
      }
      points = x.indices.map { index in
        Point(
          x: x[index], y: y[index], label: labels.isEmpty ? "" : labels[index])
      }
      self.name = name
      self.style = style
    }
  }

  /// A point in the units of the axes.
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double
    /// Written beside the point when not empty.
    public var label: String

    public init(x: Double, y: Double, label: String = "") {
      self.x = x
      self.y = y
      self.label = label
    }
  }
}
