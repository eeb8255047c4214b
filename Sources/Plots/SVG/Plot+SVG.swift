import Display

extension Plot {
  /// The plot as an SVG drawing that is as wide as the page lets it be.
  public var svg: Markup {
    var canvas = SVGCanvas()
    canvas.addHeading(title, kind: "plot-title", size: SVGCanvas.titleSize, weight: "600")
    if isEmpty {
      canvas.addHeading("(no data)", kind: "plot-axis-title", size: SVGCanvas.textSize)
    } else {
      draw(on: &canvas)
    }
    canvas.addNotes(notes)
    return canvas.document(
      title: title.isEmpty ? kindName : title.onOneLine, description: alternativeText)
  }

  private func draw(on canvas: inout SVGCanvas) {
    switch content {
    case .series(let series):
      SVGSeries(plot: self, figure: Figure(self, series)).draw(on: &canvas)
    case .bars(let bars): SVGBars(plot: self, bars: bars).draw(on: &canvas)
    case .histogram(let bins): SVGHistogram(plot: self, bins: bins).draw(on: &canvas)
    }
  }
}
