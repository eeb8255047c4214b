import Display

extension Plot {
  /// What the plot shows, in words, for readers who do not see it: kind, title, axes with their
  /// ranges, and the course of each series.
  public var alternativeText: String {
    let name = title.isEmpty ? kindName : "\(kindName) “\(title.onOneLine)”"
    let sentences = [isEmpty ? "no data." : description] + notes
    return name + ": " + sentences.joined(separator: " ")
  }

  private var description: String {
    let description =
      switch content {
      case .series(let series): AlternativeText.describe(self, series)
      case .bars(let bars): AlternativeText.describe(self, bars)
      case .histogram(let bins): AlternativeText.describe(self, bins)
      case .heatMap(let map): AlternativeText.describe(self, map)
      case .boxes(let boxes): AlternativeText.describe(self, boxes)
      }
    return ([description] + AlternativeText.references(of: self)).joined(separator: " ")
  }

  var kindName: String {
    switch content {
    case .bars: "Bar chart"
    case .histogram: "Histogram"
    case .heatMap: "Heat map"
    case .boxes: "Box plot"
    case .series(let series):
      series.allSatisfy { $0.style == .points }
        ? "Scatter plot"
        : series.contains { $0.style == .points } ? "Plot of lines and points" : "Line plot"
    }
  }
}

/// Writes the sentences of a text alternative.
enum AlternativeText {
  /// Beyond so many categories or labels only the first are named.
  private static let most = 12

  static func describe(_ plot: Plot, _ series: [Plot.Series]) -> String {
    let points = series.flatMap(\.points).filter(plot.hasPlace)
    var sentences = [
      range("x", plot.xAxis, points.map(\.x)) + ", " + range("y", plot.yAxis, points.map(\.y)) + "."
    ]
    let courses = series.map { course(of: $0, in: plot) }
    if courses.count == 1 && series[0].name.isEmpty {
      sentences.append("\(courses[0].prefix(1).uppercased())\(courses[0].dropFirst()).")
    } else if !courses.isEmpty {
      sentences.append("Series: \(courses.joined(separator: ", ")).")
    }
    let labels = points.map(\.label).filter { !$0.isEmpty }.map(\.onOneLine)
    if !labels.isEmpty { sentences.append("Labelled: \(list(labels)).") }
    sentences += extras(of: series, in: plot)
    if !plot.contours.isEmpty {
      sentences.append("Contour lines at \(list(plot.contours.map { number($0.level) })).")
    }
    return sentences.joined(separator: " ")
  }

  static func references(of plot: Plot) -> [String] {
    if plot.references.isEmpty { return [] }
    let lines = plot.placedReferences(plot.axes).map(\.reference).map {
      "\($0.name.onOneLine) at \($0.direction == .x ? "x" : "y") = \(number($0.value))"
    }
    return lines.isEmpty ? [] : ["Reference lines: \(lines.joined(separator: ", "))."]
  }

  static func describe(_ plot: Plot, _ bars: [Plot.Bar]) -> String {
    let figures = BarFigures.texts(of: bars)
    let title = plot.xAxis.title.isEmpty ? "" : plot.xAxis.title.onOneLine + ": "
    return title + list(zip(bars, figures).map { "\($0.category.onOneLine) \($1)" }) + "."
  }

  static func describe(_ plot: Plot, _ bins: [Plot.Bin]) -> String {
    let total = bins.reduce(0) { $0 + $1.count }
    let labels = BinLabels(bins, decimals: plot.edgeDecimals).texts
    let fullest = bins.indices.max { bins[$0].count < bins[$1].count } ?? 0
    let edges = bins.flatMap { [$0.lower, $0.upper] }
    return range("x", plot.xAxis, edges) + ", \(format(total)) values in \(bins.count) bins; "
      + "the fullest is \(labels[fullest]) with \(format(bins[fullest].count))."
  }

  /// “training (falls from 1.3 to 0.5)”.
  private static func course(of series: Plot.Series, in plot: Plot) -> String {
    let points = series.points.filter(plot.hasPlace)
    let name = series.name.onOneLine
    guard let first = points.first, let last = points.last else {
      return name.isEmpty ? "no points" : name + " (no points)"
    }
    let course: String
    if series.style == .points || points.count == 1 {
      course = points.count == 1 ? "one point" : "\(format(points.count)) points"
    } else if first.y == last.y {
      course = "starts and ends at \(number(first.y))"
    } else {
      let ends = numbers(first.y, last.y)
      course = "\(first.y < last.y ? "rises" : "falls") from \(ends.first) to \(ends.last)"
    }
    return name.isEmpty ? course : "\(name) (\(course))"
  }

  static func range(
    _ letter: String, _ axis: Plot.AxisOptions, _ values: [Double]
  ) -> String {
    let title = axis.title.isEmpty || axis.title == letter ? "" : " (\(axis.title.onOneLine))"
    let scale = axis.isLogarithmic ? " on a logarithmic scale" : ""
    guard let range = Interval(of: values) else { return letter + title }
    if range.length == 0 { return "\(letter)\(title) at \(number(range.lower))\(scale)" }
    let ends = numbers(range.lower, range.upper)
    return "\(letter)\(title) from \(ends.first) to \(ends.last)\(scale)"
  }

  static func list(_ entries: [String]) -> String {
    let rest = entries.count - most
    let shown = entries.prefix(most).joined(separator: ", ")
    return rest > 0 ? shown + " and \(format(rest)) more" : shown
  }
}
