import Display

extension AlternativeText {
  static func describe(_ plot: Plot, _ map: Plot.HeatMap) -> String {
    let titles = [plot.yAxis.title, plot.xAxis.title].map(\.onOneLine).filter { !$0.isEmpty }
    let rows = named(count(map.values.count, "row"), map.rows)
    let columns = named(count(map.width, "column"), map.columns)
    let known = map.values.joined().filter(\.isDrawable)
    let blanks = map.values.count * map.width - known.count
    let about = titles.isEmpty ? "" : titles.joined(separator: " by ") + ": "
    var text = about + rows + ", " + columns + "; " + colors(plot, known)
    if blanks > 0 { text += ", \(format(blanks)) blank" }
    return text + highest(in: map, known) + "."
  }

  private static func named(_ count: String, _ names: [String]) -> String {
    names.isEmpty ? count : "\(count) (\(list(names.map(\.onOneLine))))"
  }

  private static func count(_ count: Int, _ thing: String) -> String {
    "\(format(count)) \(thing)\(count == 1 ? "" : "s")"
  }

  private static func highest(in map: Plot.HeatMap, _ known: [Double]) -> String {
    guard let largest = known.max(), known.count > 1, !map.rows.isEmpty, !map.columns.isEmpty
    else { return "" }
    let places = map.values.indices.flatMap { row in
      map.values[row].indices.filter { map.values[row][$0] == largest }.map { (row, $0) }
    }
    guard places.count == 1, let (row, column) = places.first else { return "" }
    return "; the highest at \(map.rows[row].onOneLine), \(map.columns[column].onOneLine)"
  }

  /// What the colours show: `values (rating) from 1 to 5`.
  static func colors(_ plot: Plot, _ values: [Double]) -> String {
    let title = plot.colorScale.title.isEmpty ? "" : " (\(plot.colorScale.title.onOneLine))"
    guard let range = Interval(of: values) else { return "values" + title }
    if range.length == 0 { return "all values\(title) \(number(range.lower))" }
    let ends = numbers(range.lower, range.upper)
    return "values\(title) from \(ends.first) to \(ends.last)"
  }

  static func describe(_ plot: Plot, _ boxes: [Plot.Box]) -> String {
    let title = plot.xAxis.title.isEmpty ? "" : plot.xAxis.title.onOneLine + ": "
    let groups = boxes.map { box in
      let quartiles = numbers(box.lowerQuartile, box.upperQuartile)
      let whiskers = numbers(box.whiskers.lowerBound, box.whiskers.upperBound)
      let outliers = box.outliers.isEmpty ? "" : ", " + count(box.outliers.count, "outlier")
      return (box.name.isEmpty ? "" : box.name.onOneLine + " ")
        + "(median \(number(box.median)), quartiles \(quartiles.first) and \(quartiles.last), "
        + "whiskers \(whiskers.first) to \(whiskers.last)\(outliers))"
    }
    return title + list(groups) + "."
  }

  /// Error bars, bands, colours and remarks.
  static func extras(of series: [Plot.Series], in plot: Plot) -> [String] {
    var sentences: [String] = []
    let spread = series.filter { $0.points.contains { $0.interval != nil } }
    if spread.contains(where: { $0.spread == .errorBars }) { sentences.append("With error bars.") }
    if spread.contains(where: { $0.spread == .band }) {
      sentences.append("With a band around the line.")
    }
    let values = series.flatMap(\.points).compactMap(\.colorValue).filter(\.isDrawable)
    if !values.isEmpty { sentences.append("Colours show \(colors(plot, values)).") }
    let axes = Figure.axes(plot, series)
    let drawn = plot.annotations.filter { PlacedAnnotation($0, axes.x.scale, axes.y.scale) != nil }
    if !drawn.isEmpty {
      let remarks = drawn.map {
        "“\($0.text.onOneLine)” at x = \(number($0.point.x)), y = \(number($0.point.y))"
      }
      sentences.append("Remarks: \(list(remarks)).")
    }
    return sentences
  }
}
