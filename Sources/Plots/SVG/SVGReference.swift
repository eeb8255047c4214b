import Display

/// Draws reference lines and their entries in the legend.
enum SVGReference {
  static func draw(
    _ reference: PlacedReference, in area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let (start, end) = reference.ends
    canvas.add(line(from: area.point(start), to: area.point(end)))
  }

  static func entry(_ reference: PlacedReference) -> SVGLegend.Entry {
    SVGLegend.Entry(name: reference.reference.name.onOneLine) { x, y in
      [line(from: (x, y), to: (x + 22, y))]
    }
  }

  private static func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> Markup {
    SVGCanvas.line("plot-reference", from: start, to: end, opacity: 0.7, dashes: "3 3")
  }
}
