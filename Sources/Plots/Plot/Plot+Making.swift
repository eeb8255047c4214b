extension Plot {
  /// Named lines over 1, 2, 3, …: `["training": losses, "validation": others]`.
  ///
  /// - Parameter start: the x of the first value.
  public static func lines(
    _ series: KeyValuePairs<String, [Double]>, startingAt start: Double = 1
  ) -> Plot {
    Plot(
      .series(
        series.map { name, values in
          Series(name, x: values.indices.map { start + Double($0) }, y: values)
        }))
  }

  /// Named lines over the same values of x.
  public static func lines(
    x: [Double], _ series: KeyValuePairs<String, [Double]>
  ) -> Plot {
    Plot(.series(series.map { name, values in Series(name, x: x, y: values) }))
  }

  /// Lines that each have their own points.
  public static func lines(_ series: [Series]) -> Plot {
    Plot(.series(series.map { Series($0.name, points: $0.points, style: .line) }))
  }

  /// One line without a name over 1, 2, 3, …
  public static func line(
    _ values: [Double], startingAt start: Double = 1
  ) -> Plot {
    lines(["": values], startingAt: start)
  }

  /// One line without a name.
  public static func line(x: [Double], y: [Double]) -> Plot {
    lines([Series(x: x, y: y)])
  }

  /// Points one by one, with a label each or none at all.
  public static func scatter(
    x: [Double], y: [Double], labels: [String] = []
  ) -> Plot {
    scatter([Series(x: x, y: y, labels: labels)])
  }

  /// Several clouds of points, told apart by their marks.
  public static func scatter(_ series: [Series]) -> Plot {
    Plot(.series(series.map { Series($0.name, points: $0.points, style: .points) }))
  }

  /// A bar for each category, from top to bottom. The bars lie on their side, so that names of
  /// any length can be read: the x axis is the values'.
  public static func bars(
    _ bars: KeyValuePairs<String, Double>
  ) -> Plot {
    Plot(.bars(bars.map { Bar($0.key, $0.value) }))
  }

  /// A bar for each category; stops the program when the lengths differ.
  public static func bars(
    _ categories: [String], _ values: [Double]
  ) -> Plot {
    if categories.count != values.count {
      fatalError("Plot.bars: \(categories.count) categories and \(values.count) values")
    }
    return Plot(.bars(zip(categories, values).map { Bar($0, Double($1)) }))
  }
}
