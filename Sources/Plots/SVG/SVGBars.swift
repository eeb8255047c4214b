import Display

/// Draws the bars of categories, lying, each with its name above it.
struct SVGBars {
  private static let barHeight = 14.0
  private static let rowHeight = 40.0

  let plot: Plot
  let bars: [Plot.Bar]

  func draw(on canvas: inout SVGCanvas) {
    canvas.addHeading(plot.yAxis.title, kind: "plot-axis-title", size: SVGCanvas.textSize)
    canvas.height += 4
    let axis = plot.valueAxis
    let references = plot.placedReferences((axis, nil))
    SVGLegend.add(references.map(SVGReference.entry), to: &canvas)
    let figures = BarFigures.texts(of: bars)
    let widest = figures.map { SVGText.width($0, size: SVGCanvas.textSize) }.max() ?? 0
    let area = Rectangle(
      left: 8, top: canvas.height, width: canvas.width - widest - 24,
      height: SVGBars.rowHeight * Double(bars.count) + 4)
    for (index, bar) in bars.enumerated() {
      let top = area.top + SVGBars.rowHeight * Double(index)
      draw(bar, figures[index], axis.scale, area, top: top, on: &canvas)
    }
    for reference in references { SVGReference.draw(reference, in: area, on: &canvas) }
    canvas.height = area.bottom
    SVGAxes.drawBottom(axis, on: &canvas, area, withGrid: false)
  }

  private func draw(
    _ bar: Plot.Bar, _ figure: String, _ scale: Scale, _ area: Rectangle, top: Double,
    on canvas: inout SVGCanvas
  ) {
    let name = SVGText.truncated(
      bar.category, size: SVGCanvas.textSize, width: canvas.width - area.left)
    let base = area.left + (scale.isLogarithmic ? 0 : scale.clampedPosition(of: 0)) * area.width
    canvas.add(SVGCanvas.text(name, x: area.left, y: top + 16, kind: "plot-category"))
    let end = scale.position(of: bar.value).map { area.left + min(max($0, 0), 1) * area.width }
    let (left, right) = (min(base, end ?? base), max(base, end ?? base))
    if right - left > 0.05 {
      canvas.add(
        SVGBars.rectangle(
          left: left, top: top + 22, width: right - left, height: SVGBars.barHeight))
    }
    let span = bar.interval.flatMap { UnitSpan($0, on: scale)?.visible }
    var farthest = right
    if let span {
      let (from, to) = (area.left + span.lower * area.width, area.left + span.upper * area.width)
      canvas.add(
        SVGCanvas.path("plot-error", SVGErrorBar.lying(from: from, to: to, y: top + 29)))
      farthest = max(farthest, to + 2)
    }
    canvas.add(SVGCanvas.text(figure, x: farthest + 6, y: top + 33.5, kind: "plot-figure"))
  }

  static func rectangle(
    left: Double, top: Double, width: Double, height: Double
  ) -> Markup {
    .element(
      "rect",
      [
        "class": "plot-bar plot-1", "x": left.svg, "y": top.svg, "width": width.svg,
        "height": height.svg, "fill": SVGMark(index: 0).color,
      ])
  }
}
