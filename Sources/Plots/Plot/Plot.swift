/// A drawing of numbers: lines, points, bars, a histogram, a heat map or box plots.
///
/// A plot is a plain value. Displayed, it becomes text in the terminal and an SVG on the page,
/// with a text alternative for readers who see neither:
///
///     Plot.lines(["training": [1.30, 0.71, 0.52], "validation": [1.32, 0.90, 0.83]])
///       .titled("Error while training")
///       .axes(x: "epoch", y: "mean squared error")
///
///     Plot.scatter(x: [1, 2, 3], y: [0.1, 0.4, 0.2], labels: ["Casablanca", "Alien", "Heat"])
///
///     Plot.bars(["popularity": 0.943, "biases": 0.870, "factors": 0.862])
///       .axes(x: "mean absolute error (stars)")
///
///     Plot.histogram(ratings, width: 0.5, startingAt: 0.25).axes(x: "rating", y: "ratings")
///
///     Plot.heatMap(values: counts, rows: kinds, columns: kinds).axes(x: "predicted", y: "actual")
///
///     Plot.boxes(["plain": plainErrors, "with biases": biasedErrors])
///
/// Lists may hold any numbers: `Int`, `Float`, `Double`, and optional ones.
///
/// Points that are not finite, and those that are not positive on a logarithmic axis, are left
/// out: a line has a gap there.
public struct Plot: Sendable, Equatable {
  public var content: Content { didSet { content.check() } }
  public var title = ""
  public var xAxis = AxisOptions()
  public var yAxis = AxisOptions()
  public var references: [Reference] = []
  /// Lines of equal height behind everything else.
  public var contours: [Contour] = []
  /// Texts at places in the plot.
  public var annotations: [Annotation] = []
  /// What the colours of a heat map or of coloured points say.
  public var colorScale = ColorScale()
  /// Digits after the point in the labels of bins, where the usual ones would not do.
  var edgeDecimals: Int?

  public init(_ content: Content) {
    self.content = content
    content.check()
  }

  /// What is drawn.
  public enum Content: Sendable, Equatable {
    /// Lines and clouds of points, which may share one plot.
    case series([Series])
    /// A horizontal bar for each category, from top to bottom.
    case bars([Bar])
    /// Adjacent bins, from left to right.
    case histogram([Bin])
    /// A grid of coloured cells.
    case heatMap(HeatMap)
    /// The spread of groups, from top to bottom.
    case boxes([Box])

    func check() {
      if case .heatMap(let map) = self { map.check() }
    }
  }

  /// One value of a category.
  public struct Bar: Sendable, Equatable {
    public var category: String
    public var value: Double
    /// Between which values the quantity may lie: an error bar.
    public var interval: ClosedRange<Double>?

    public init(_ category: String, _ value: Double, interval: ClosedRange<Double>? = nil) {
      self.category = category
      self.value = value
      self.interval = interval
    }
  }

  public enum Direction: Sendable, Equatable { case x, y }

  /// A straight line across the plot where one coordinate has a certain value.
  public struct Reference: Sendable, Equatable {
    public var direction: Direction
    public var value: Double
    public var name: String

    public init(direction: Direction, value: Double, name: String) {
      self.direction = direction
      self.value = value
      self.name = name
    }
  }
}
