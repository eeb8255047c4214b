// The same constructors for `Float` and other floating-point types. They are disfavoured: were
// they equal choices, the compiler would take seconds over a plot of a few literals and closures.

private func doubles<Number: BinaryFloatingPoint>(_ values: [Number]) -> [Double] {
  values.map { Double($0) }
}

extension Plot.Series {
  @_disfavoredOverload
  public init<X: BinaryFloatingPoint, Y: BinaryFloatingPoint>(
    _ name: String = "", x: [X], y: [Y], labels: [String] = [], style: Style = .line
  ) {
    self.init(name, x: doubles(x), y: doubles(y), labels: labels, style: style)
  }
}

extension Plot {
  @_disfavoredOverload
  public static func lines<Number: BinaryFloatingPoint>(
    _ series: KeyValuePairs<String, [Number]>, startingAt start: Double = 1
  ) -> Plot {
    lines(
      series.map { name, values in
        Series(name, x: values.indices.map { start + Double($0) }, y: values)
      })
  }

  @_disfavoredOverload
  public static func lines<X: BinaryFloatingPoint, Y: BinaryFloatingPoint>(
    x: [X], _ series: KeyValuePairs<String, [Y]>
  ) -> Plot {
    lines(series.map { name, values in Series(name, x: x, y: values) })
  }

  @_disfavoredOverload
  public static func line<Number: BinaryFloatingPoint>(
    _ values: [Number], startingAt start: Double = 1
  ) -> Plot {
    line(doubles(values), startingAt: start)
  }

  @_disfavoredOverload
  public static func line<X: BinaryFloatingPoint, Y: BinaryFloatingPoint>(x: [X], y: [Y]) -> Plot {
    line(x: doubles(x), y: doubles(y))
  }

  @_disfavoredOverload
  public static func scatter<X: BinaryFloatingPoint, Y: BinaryFloatingPoint>(
    x: [X], y: [Y], labels: [String] = []
  ) -> Plot {
    scatter(x: doubles(x), y: doubles(y), labels: labels)
  }

  @_disfavoredOverload
  public static func bars<Number: BinaryFloatingPoint>(
    _ bars: KeyValuePairs<String, Number>
  ) -> Plot {
    Plot(.bars(bars.map { Bar($0.key, Double($0.value)) }))
  }

  @_disfavoredOverload
  public static func bars<Number: BinaryFloatingPoint>(
    _ categories: [String], _ values: [Number]
  ) -> Plot {
    bars(categories, doubles(values))
  }

  @_disfavoredOverload
  public static func histogram<Number: BinaryFloatingPoint>(_ values: [Number]) -> Plot {
    histogram(doubles(values))
  }

  @_disfavoredOverload
  public static func histogram<Number: BinaryFloatingPoint>(
    _ values: [Number], bins: Int
  ) -> Plot {
    histogram(doubles(values), bins: bins)
  }

  @_disfavoredOverload
  public static func histogram<Number: BinaryFloatingPoint>(
    _ values: [Number], width: Double, startingAt start: Double = 0
  ) -> Plot {
    histogram(doubles(values), width: width, startingAt: start)
  }
}
