import Display

/// The colours and their values in a bar below a drawing.
struct SVGColorBar {
  private static let height = 12.0
  private static let pieces = 48

  let colors: PlacedColorScale

  /// Draws the bar below what the canvas holds, as wide as `area`.
  func draw(on canvas: inout SVGCanvas, _ area: Rectangle) {
    canvas.height += 10
    let bar = Rectangle(
      left: area.left, top: canvas.height, width: area.width, height: SVGColorBar.height)
    for piece in 0..<SVGColorBar.pieces {
      let start = Double(piece) / Double(SVGColorBar.pieces)
      // Each reaches below the next, so that no seam shines through.
      let color = colors.color(at: Double(piece) / Double(SVGColorBar.pieces - 1)).text
      canvas.add(
        .element(
          "rect",
          [
            "class": "plot-shade", "x": (bar.left + start * bar.width).svg, "y": bar.top.svg,
            "width": (bar.width * (1 - start)).svg, "height": bar.height.svg, "fill": color,
          ]))
    }
    canvas.height = bar.bottom
    SVGAxes.drawBottom(colors.axis, on: &canvas, bar, withGrid: false)
  }
}
