extension Plot {
  /// The places where a surface has a certain height, as on a map.
  public struct Contour: Sendable, Equatable {
    public var level: Double
    /// Each from end to end; a closed one ends where it begins.
    public var lines: [[Point]]

    public init(level: Double, lines: [[Point]]) {
      self.level = level
      self.lines = lines
    }
  }

  /// The plot of lines or points over a map of a surface, for paths on it:
  ///
  ///     Plot.lines([Plot.Series("path", x: xs, y: ys)])
  ///       .contours([1, 4, 9], x: -3...3, y: -3...3) { x, y in x * x + y * y }
  ///
  /// The contours are thin and have no entry in the legend.
  ///
  /// - Parameters:
  ///   - levels: the heights at which a line is drawn.
  ///   - x: where the surface is looked at; the axes take these ranges if they have none yet.
  ///   - height: of the surface. Where it is infinite or not a number, no line is drawn.
  public func contours(
    _ levels: [Double], x: ClosedRange<Double>, y: ClosedRange<Double>,
    of height: (_ x: Double, _ y: Double) -> Double
  ) -> Plot {
    guard case .series = content else {
      fatalError("Plot.contours: bars and histograms have no surface below them")
    }
    let tracer = ContourTracer(x: x, y: y, of: height)
    var plot = range(x: xAxis.range ?? x, y: yAxis.range ?? y)
    plot.contours += levels.map { Contour(level: $0, lines: tracer.lines(at: $0)) }
    return plot
  }
}
