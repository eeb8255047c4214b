// The same constructors for `Int`, `Float` and other numbers, and for slices and ranges of them. They
// are disfavoured: were they equal choices, the compiler would take seconds over a plot of a few
// literals and closures.

extension Plot {
  @_disfavoredOverload
  public static func lines<Values: RandomAccessCollection, Start: PlotNumber>(
    _ series: KeyValuePairs<String, Values>, startingAt start: Start = 1
  ) -> Plot where Values.Element: PlotNumber {
    lines(series.map { name, values in Series(name, y: values, startingAt: start) })
  }

  @_disfavoredOverload
  public static func lines<X: RandomAccessCollection, Y: RandomAccessCollection>(
    x: X, _ series: KeyValuePairs<String, Y>
  ) -> Plot where X.Element: PlotNumber, Y.Element: PlotNumber {
    lines(series.map { name, values in Series(name, x: x, y: values) })
  }

  /// One line without a name over 1, 2, 3, …: the same as `line`.
  @_disfavoredOverload
  public static func lines<Values: RandomAccessCollection, Start: PlotNumber>(
    _ values: Values, startingAt start: Start = 1
  ) -> Plot where Values.Element: PlotNumber {
    lines([Series(y: values, startingAt: start)])
  }

  /// Several lines over 1, 2, 3, …, named by their numbers.
  @_disfavoredOverload
  public static func lines<Values: RandomAccessCollection, Start: PlotNumber>(
    _ lists: [Values], startingAt start: Start = 1
  ) -> Plot where Values.Element: PlotNumber {
    lines(lists.enumerated().map { Series("\($0 + 1)", y: $1, startingAt: start) })
  }

  @_disfavoredOverload
  public static func line<
    Values: RandomAccessCollection, Start: PlotNumber, Errors: RandomAccessCollection
  >(
    _ values: Values, startingAt start: Start = 1, errors: Errors = [Double]()
  ) -> Plot where Values.Element: PlotNumber, Errors.Element: PlotNumber {
    line(values.plotValues, startingAt: start.plotValue, errors: errors.plotValues)
  }

  @_disfavoredOverload
  public static func line<
    X: RandomAccessCollection, Y: RandomAccessCollection, Errors: RandomAccessCollection
  >(
    x: X, y: Y, labels: [String] = [], errors: Errors = [Double]()
  ) -> Plot where X.Element: PlotNumber, Y.Element: PlotNumber, Errors.Element: PlotNumber {
    line(x: x.plotValues, y: y.plotValues, labels: labels, errors: errors.plotValues)
  }

  @_disfavoredOverload
  public static func scatter<
    X: RandomAccessCollection, Y: RandomAccessCollection, Errors: RandomAccessCollection
  >(
    x: X, y: Y, labels: [String] = [], errors: Errors = [Double](), style: Series.Style = .points
  ) -> Plot where X.Element: PlotNumber, Y.Element: PlotNumber, Errors.Element: PlotNumber {
    scatter(
      x: x.plotValues, y: y.plotValues, labels: labels, errors: errors.plotValues, style: style)
  }

  /// Points whose colours show a third quantity, with a bar of colours that says which is which:
  ///
  ///     Plot.scatter(x: years, y: means, colorBy: counts).colorScale(title: "ratings")
  ///
  /// A point whose value is missing is a cross.
  public static func scatter<
    X: RandomAccessCollection, Y: RandomAccessCollection, Values: RandomAccessCollection
  >(
    x: X, y: Y, labels: [String] = [], colorBy values: Values
  ) -> Plot where X.Element: PlotNumber, Y.Element: PlotNumber, Values.Element: PlotNumber {
    scatter([Series(x: x.plotValues, y: y.plotValues, labels: labels).colored(by: values)])
  }

  @_disfavoredOverload
  public static func histogram<Values: RandomAccessCollection>(_ values: Values) -> Plot
  where Values.Element: PlotNumber {
    histogram(HistogramValues(values))
  }

  @_disfavoredOverload
  public static func histogram<Values: RandomAccessCollection>(
    _ values: Values, bins: Int
  ) -> Plot where Values.Element: PlotNumber {
    histogram(HistogramValues(values), bins: bins)
  }

  @_disfavoredOverload
  public static func histogram<Values: RandomAccessCollection>(
    _ values: Values, width: Double, startingAt start: Double = 0
  ) -> Plot where Values.Element: PlotNumber {
    histogram(HistogramValues(values), width: width, startingAt: start)
  }
}
