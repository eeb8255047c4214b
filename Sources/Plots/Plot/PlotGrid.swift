import Display

/// Several plots in one figure, row by row.
public struct PlotGrid: Sendable, Equatable {
  public var plots: [Plot]
  /// How many plots lie side by side.
  public var columns: Int { didSet { PlotGrid.check(columns: columns) } }
  /// A line of text above all plots.
  public var title: String

  /// - Parameters:
  ///   - columns: how many plots lie side by side; stops the program below 1 and above 4.
  ///   - sharing: the axes that have the same range in all plots; none means that each has its own.
  public init(
    _ plots: [Plot], columns: Int = 2, sharing directions: [Plot.Direction] = [],
    title: String = ""
  ) {
    PlotGrid.check(columns: columns)
    self.plots = directions.reduce(plots, PlotGrid.sharing)
    self.columns = columns
    self.title = title
  }

  private static func check(columns: Int) {
    if !(1...4).contains(columns) {
      fatalError("Plot.grid: \(columns) columns; from 1 to 4 can be read")
    }
  }

  /// The grid with a title above all plots.
  public func titled(_ title: String) -> PlotGrid {
    var copy = self
    copy.title = title
    return copy
  }

  /// The plots with one range for all on an axis. A plot that was given a range keeps it.
  private static func sharing(_ plots: [Plot], _ direction: Plot.Direction) -> [Plot] {
    let axes = plots.map { $0.isEmpty ? nil : direction == .x ? $0.axes.x : $0.axes.y }
    let scales = axes.compactMap { $0?.scale }
    guard let first = scales.first else { return plots }
    if !scales.allSatisfy({ $0.isLogarithmic == first.isLogarithmic }) {
      fatalError("Plot.grid: a logarithmic axis and another one cannot share a range")
    }
    let lower = scales.map(\.interval.lower).reduce(first.interval.lower, min)
    let upper = scales.map(\.interval.upper).reduce(first.interval.upper, max)
    return zip(plots, axes).map { plot, axis in
      let options = direction == .x ? plot.xAxis : plot.yAxis
      if axis == nil || options.range != nil { return plot }
      return direction == .x ? plot.range(x: lower...upper) : plot.range(y: lower...upper)
    }
  }
}

extension Plot {
  /// Several plots in one figure, row by row:
  ///
  ///     Plot.grid([history.plot, history.learningRatePlot], columns: 2)
  ///
  /// - Parameters:
  ///   - columns: how many plots lie side by side on the page, at most 4. As text two fit; more are
  ///     written below each other.
  ///   - sharing: the axes that have the same range in all plots: `[.y]`. None means that each plot
  ///     has its own.
  public static func grid(
    _ plots: [Plot], columns: Int = 2, sharing directions: [Direction] = []
  ) -> PlotGrid {
    PlotGrid(plots, columns: columns, sharing: directions)
  }
}

extension PlotGrid: Displayable {
  public var representations: Representations { Representations(plain: text, svg: svg) }
}
