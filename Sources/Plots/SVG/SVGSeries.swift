import Display

/// Draws lines and points with their axes and legend.
struct SVGSeries {
  /// Up to so many points a line shows each of them.
  private static let fewPoints = 15
  /// More points than these are drawn small and let each other shine through.
  private static let crowd = 400

  let plot: Plot
  let figure: Figure

  func draw(on canvas: inout SVGCanvas) {
    SVGLegend.add(entries, to: &canvas)
    let axes = SVGAxes(xAxis: figure.xAxis, yAxis: figure.yAxis)
    let height =
      figure.labelCount == 0 ? 240 : 340 * LabelPlacement.growth(labels: figure.labelCount)
    let area = axes.draw(on: &canvas, areaHeight: height)
    drawContours(in: area, on: &canvas)
    for reference in plot.references { draw(reference, in: area, on: &canvas) }
    for (index, series) in figure.series.enumerated() {
      draw(series, SVGMark(index: index), in: area, on: &canvas)
    }
    drawLabels(in: area, on: &canvas)
  }

  private var entries: [SVGLegend.Entry] {
    let named = figure.series.enumerated().filter { !$1.name.isEmpty }
    let series = named.map { index, series in
      let mark = SVGMark(index: index)
      return SVGLegend.Entry(name: series.name.onOneLine) { x, y in
        let line = SVGSeries.line("M\(x.svg) \(y.svg)L\((x + 22).svg) \(y.svg)", mark)
        let shape = SVGSeries.marks(mark.path(at: (x + 11, y)), mark)
        return (series.style == .line ? [line] : []) + (showsMarks(series) ? [shape] : [])
      }
    }
    return series
      + plot.references.map { reference in
        SVGLegend.Entry(name: reference.name.onOneLine) { x, y in
          [SVGSeries.referenceLine(from: (x, y), to: (x + 22, y))]
        }
      }
  }

  private func showsMarks(_ series: PlacedSeries) -> Bool {
    series.style == .points || series.points.count <= SVGSeries.fewPoints
  }

  private func draw(
    _ series: PlacedSeries, _ mark: SVGMark, in area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let pieces = series.pieces.map { SVGSeries.path(Decimation.thin($0.map(area.point))) }
    if !pieces.isEmpty { canvas.add(SVGSeries.line(pieces.joined(), mark)) }
    guard showsMarks(series), !series.points.isEmpty else { return }
    let points = Decimation.distinct(series.points.map { area.point($0.place) })
    let isCrowd = points.count > SVGSeries.crowd
    let drawn = SVGMark(
      index: mark.index, radius: isCrowd ? SVGMark.smallRadius : SVGMark.standardRadius)
    canvas.add(SVGSeries.marks(points.map(drawn.path).joined(), drawn, many: isCrowd))
  }

  private func draw(
    _ reference: Plot.Reference, in area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let isVertical = reference.direction == .x
    let scale = (isVertical ? figure.xAxis : figure.yAxis).scale
    guard let at = scale.position(of: reference.value), (0...1).contains(at) else { return }
    let start = area.point(isVertical ? UnitPoint(x: at, y: 0) : UnitPoint(x: 0, y: at))
    let end = area.point(isVertical ? UnitPoint(x: at, y: 1) : UnitPoint(x: 1, y: at))
    canvas.add(SVGSeries.referenceLine(from: start, to: end))
  }

  /// All in one path, thin and pale: the background of what lies on them.
  private func drawContours(in area: Rectangle, on canvas: inout SVGCanvas) {
    let pieces = figure.contours.map { SVGSeries.path(Decimation.thin($0.map(area.point))) }
    if pieces.isEmpty { return }
    canvas.add(
      .element(
        "path",
        [
          "class": "plot-contour", "d": pieces.joined(), "fill": "none", "stroke": "currentColor",
          "stroke-opacity": "0.3",
        ]))
  }

  private func drawLabels(in area: Rectangle, on canvas: inout SVGCanvas) {
    let points = figure.series.flatMap(\.points)
    let labels = SVGLabels(area: area, marks: points.map { area.point($0.place) })
    let labelled = points.filter { !$0.label.isEmpty }
    for element in labels.draw(labelled.map { ($0.label, area.point($0.place)) }) {
      canvas.add(element)
    }
  }

  private static func line(_ path: String, _ mark: SVGMark) -> Markup {
    .element(
      "path",
      [
        "class": "plot-line \(mark.colorClass)", "d": path, "fill": "none", "stroke": mark.color,
        "stroke-width": "2", "stroke-linejoin": "round", "stroke-dasharray": mark.dashes,
      ])
  }

  private static func marks(_ path: String, _ mark: SVGMark, many: Bool = false) -> Markup {
    .element(
      "path",
      [
        "class": "plot-mark \(mark.colorClass)", "d": path, "fill": mark.color,
        "fill-opacity": many ? "0.6" : nil,
      ])
  }

  private static func referenceLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> Markup {
    SVGCanvas.line("plot-reference", from: start, to: end, opacity: 0.7, dashes: "3 3")
  }

  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    "M" + points.map { "\($0.x.svg) \($0.y.svg)" }.joined(separator: "L")
  }
}
