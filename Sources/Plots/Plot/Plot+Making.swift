extension Plot {
  /// Named lines over 1, 2, 3, …: `["training": losses, "validation": others]`.
  ///
  /// - Parameter start: the x of the first value.
  public static func lines(
    _ series: KeyValuePairs<String, [Double]>, startingAt start: Double = 1
  ) -> Plot {
    lines(series.map { name, values in Series(name, y: values, startingAt: start) })
  }

  /// Named lines over the same values of x.
  public static func lines(
    x: [Double], _ series: KeyValuePairs<String, [Double]>
  ) -> Plot {
    lines(series.map { name, values in Series(name, x: x, y: values) })
  }

  /// Lines that each have their own points. A series that chose `style: .points` keeps it.
  public static func lines(_ series: [Series]) -> Plot {
    Plot(.series(series.map { $0.drawn(as: .line) }))
  }

  /// One line without a name over 1, 2, 3, …
  ///
  /// - Parameter errors: as many as there are values, or none: error bars of that length up and down.
  public static func line(
    _ values: [Double], startingAt start: Double = 1, errors: [Double] = []
  ) -> Plot {
    withErrors(errors, lines([Series(y: values, startingAt: start)]))
  }

  /// One line without a name.
  ///
  /// - Parameters:
  ///   - labels: a name for each point, or none at all.
  ///   - errors: as many as there are points, or none: error bars of that length up and down.
  public static func line(
    x: [Double], y: [Double], labels: [String] = [], errors: [Double] = []
  ) -> Plot {
    withErrors(errors, lines([Series(x: x, y: y, labels: labels)]))
  }

  /// Points one by one, with a label each or none at all.
  ///
  /// - Parameters:
  ///   - errors: as many as there are points, or none: error bars of that length up and down.
  ///   - style: `.line` connects the points in their order.
  public static func scatter(
    x: [Double], y: [Double], labels: [String] = [], errors: [Double] = [],
    style: Series.Style = .points
  ) -> Plot {
    withErrors(errors, scatter([Series(x: x, y: y, labels: labels, style: style)]))
  }

  /// Several clouds of points, told apart by their marks. A series that chose `style: .line` is
  /// drawn as a line.
  public static func scatter(_ series: [Series]) -> Plot {
    Plot(.series(series.map { $0.drawn(as: .points) }))
  }

  /// A bar for each category, from top to bottom. The bars lie on their side, so that names of
  /// any length can be read: the x axis is the values'.
  public static func bars(
    _ bars: KeyValuePairs<String, Double>
  ) -> Plot {
    Plot(.bars(bars.map { Bar($0.key, $0.value) }))
  }

  /// A bar for each category; stops the program when the lengths differ.
  ///
  /// - Parameter errors: as many as there are bars, or none: error bars of that length both ways.
  public static func bars(
    _ categories: [String], _ values: [Double], errors: [Double] = []
  ) -> Plot {
    if categories.count != values.count {
      fatalError("Plot.bars: \(categories.count) categories and \(values.count) values")
    }
    return withErrors(errors, Plot(.bars(zip(categories, values).map { Bar($0, $1) })))
  }

  private static func withErrors(_ errors: [Double], _ plot: Plot) -> Plot {
    errors.isEmpty ? plot : plot.errorBars(errors)
  }
}
