extension Plot {
  /// A remark on a place in the plot.
  public struct Annotation: Sendable, Equatable {
    public var text: String
    /// What is remarked on, in the units of the axes.
    public var point: Point
    /// Where the text is written when an arrow leads from it to the point; nil for a text beside it.
    public var start: Point?

    public init(_ text: String, at point: Point, from start: Point? = nil) {
      self.text = text
      self.point = point
      self.start = start
    }
  }

  /// The plot of lines or points with a text beside a place, in the units of the axes.
  ///
  /// A text whose place lies outside the range is not drawn, and the plot says so.
  public func annotated(_ text: String, x: some PlotNumber, y: some PlotNumber) -> Plot {
    let point = Point(x: x.plotValue, y: y.plotValue)
    return changed { $0.annotations.append(Annotation(text, at: point)) }
  }

  /// The plot of lines or points with a text at one place and an arrow from there to another:
  ///
  ///     plot.annotated("best epoch", x: 7, y: 0.78, arrowFrom: (x: 9, y: 1.1))
  public func annotated(
    _ text: String, x: some PlotNumber, y: some PlotNumber,
    arrowFrom start: (x: some PlotNumber, y: some PlotNumber)
  ) -> Plot {
    let point = Point(x: x.plotValue, y: y.plotValue)
    let start = Point(x: start.x.plotValue, y: start.y.plotValue)
    return changed { $0.annotations.append(Annotation(text, at: point, from: start)) }
  }
}
