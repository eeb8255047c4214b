import Display

extension Plot {
  /// The plot as an SVG drawing that is as wide as the page lets it be.
  public var svg: Markup {
    canvas().document(
      title: title.isEmpty ? kindName : title.onOneLine, description: alternativeText)
  }

  /// The drawing's elements.
  func canvas(width: Double = SVGCanvas.standardWidth) -> SVGCanvas {
    var canvas = SVGCanvas()
    canvas.width = width
    canvas.addHeading(title, kind: "plot-title", size: SVGCanvas.titleSize, weight: "600")
    if isEmpty {
      canvas.addHeading("(no data)", kind: "plot-axis-title", size: SVGCanvas.textSize)
    } else {
      draw(on: &canvas)
    }
    canvas.addNotes(notes)
    return canvas
  }

  private func draw(on canvas: inout SVGCanvas) {
    switch content {
    case .series(let series):
      SVGSeries(plot: self, figure: Figure(self, series)).draw(on: &canvas)
    case .bars(let bars): SVGBars(plot: self, bars: bars).draw(on: &canvas)
    case .heatMap(let map):
      if let colors = colors(of: map) { SVGHeatMap(self, map, colors).draw(on: &canvas) }
    case .boxes(let boxes): SVGBoxes(plot: self, boxes: boxes).draw(on: &canvas)
    case .histogram(let bins): SVGHistogram(plot: self, bins: bins).draw(on: &canvas)
    }
  }
}
