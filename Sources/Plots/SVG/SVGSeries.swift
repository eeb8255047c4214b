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
    for (index, series) in figure.series.enumerated() {
      drawSpread(of: series, SVGMark(index: index), in: area, on: &canvas)
    }
    for reference in references { SVGReference.draw(reference, in: area, on: &canvas) }
    for (index, series) in figure.series.enumerated() {
      draw(series, SVGMark(index: index), in: area, on: &canvas)
    }
    let remarks = SVGAnnotations(annotations: figure.annotations, area: area)
    remarks.drawArrows(on: &canvas)
    drawLabels(in: area, on: &canvas)
    if let colors = figure.colors { SVGColorBar(colors: colors).draw(on: &canvas, area) }
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
    return series + references.map(SVGReference.entry)
  }

  private var references: [PlacedReference] {
    plot.placedReferences((figure.xAxis, figure.yAxis))
  }

  private func showsMarks(_ series: PlacedSeries) -> Bool {
    series.style == .points || series.points.count <= SVGSeries.fewPoints
  }

  private func draw(
    _ series: PlacedSeries, _ mark: SVGMark, in area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let pieces = series.pieces.filter { $0.count > 1 }.map {
      SVGSeries.path(Decimation.thin($0.map(area.point)))
    }
    if !pieces.isEmpty { canvas.add(SVGSeries.line(pieces.joined(), mark)) }
    let alone = series.pieces.filter { $0.count == 1 }.map { area.point($0[0]) }
    if !alone.isEmpty && !showsMarks(series) {
      let dot = SVGMark(index: mark.index, radius: SVGMark.smallRadius)
      canvas.add(SVGSeries.marks(alone.map(dot.path).joined(), dot))
    }
    guard showsMarks(series), !series.points.isEmpty else { return }
    if let colors = figure.colors, series.isColored {
      SVGColoredMarks(mark: mark, colors: colors).draw(series.points, in: area, on: &canvas)
      return
    }
    let points = Decimation.distinct(series.points.map { area.point($0.place) })
    let isCrowd = points.count > SVGSeries.crowd
    let drawn = SVGMark(
      index: mark.index, radius: isCrowd ? SVGMark.smallRadius : SVGMark.standardRadius)
    canvas.add(SVGSeries.marks(points.map(drawn.path).joined(), drawn, many: isCrowd))
  }

  private func drawSpread(
    of series: PlacedSeries, _ mark: SVGMark, in area: Rectangle, on canvas: inout SVGCanvas
  ) {
    if !series.band.isEmpty {
      let outlines = series.band.map { SVGSeries.path($0.map(area.point)) + "Z" }
      canvas.add(
        .element(
          "path",
          [
            "class": "plot-band \(mark.colorClass)", "d": outlines.joined(), "fill": mark.color,
            "fill-opacity": "0.22",
          ]))
    }
    let bars = series.points.compactMap { point in
      point.span?.visible.map { SVGErrorBar.upright(at: point.place, $0, in: area) }
    }
    if !bars.isEmpty { canvas.add(SVGErrorBar.element(bars.joined(), mark)) }
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
    let marks = points.map { area.point($0.place) }
    // Remarks keep clear of the lines, too; labels belong to points of their own.
    let obstacles = figure.annotations.isEmpty ? marks : marks + placesOnLines(in: area)
    let labels = SVGLabels(area: area, marks: obstacles)
    let labelled = points.filter { !$0.label.isEmpty }.map { ($0.label, area.point($0.place)) }
    let remarks = figure.annotations.filter { $0.start == nil }.map {
      ($0.text, area.point($0.point))
    }
    for element in labels.draw(labelled + remarks) {
      canvas.add(element)
    }
  }

  /// Places on the lines, close enough together that no word fits between them.
  private func placesOnLines(in area: Rectangle) -> [(x: Double, y: Double)] {
    figure.series.flatMap(\.pieces).flatMap { piece in
      let points = Decimation.thin(piece.map(area.point))
      return zip(points, points.dropFirst()).flatMap { from, to in
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 6))
        return (0...steps).map { step in
          let part = Double(step) / Double(steps)
          return (x: from.x + dx * part, y: from.y + dy * part)
        }
      }
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

  static func path(_ points: [(x: Double, y: Double)]) -> String {
    "M" + points.map { "\($0.x.svg) \($0.y.svg)" }.joined(separator: "L")
  }
}
