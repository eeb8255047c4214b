import Display

/// Draws remarks that an arrow leads from. Those without one are placed as labels are.
struct SVGAnnotations {
  private static let size = SVGCanvas.labelSize
  /// How long and how wide half of an arrow's head is.
  private static let head = (length: 8.0, width: 3.5)

  let annotations: [PlacedAnnotation]
  let area: Rectangle

  func drawArrows(on canvas: inout SVGCanvas) {
    for annotation in annotations {
      guard let start = annotation.start else { continue }
      draw(annotation.text, from: area.point(start), to: area.point(annotation.point), on: &canvas)
    }
  }

  private func draw(
    _ text: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double),
    on canvas: inout SVGCanvas
  ) {
    let size = SVGAnnotations.size
    let text = SVGText.truncated(text, size: size, width: area.width)
    let width = SVGText.width(text, size: size)
    let left = min(max(start.x - width / 2, area.left), area.right - width)
    let top = min(max(start.y - size * 0.6, area.top), area.bottom - size * 1.2)
    let box = Rectangle(left: left - 2, top: top, width: width + 4, height: size * 1.2)
    for element in arrow(from: box, to: end) { canvas.add(element) }
    canvas.add(
      SVGCanvas.text(text, x: left, y: top + size * 0.95, kind: "plot-label", size: size))
  }

  /// From the nearest place on the edge of the text to just before the point.
  private func arrow(from box: Rectangle, to end: (x: Double, y: Double)) -> [Markup] {
    let start = (x: min(max(end.x, box.left), box.right), y: min(max(end.y, box.top), box.bottom))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    if length < SVGAnnotations.head.length + 6 { return [] }
    let (ux, uy) = (dx / length, dy / length)
    let tip = (x: end.x - 5 * ux, y: end.y - 5 * uy)
    let (back, side) = SVGAnnotations.head
    let base = (x: tip.x - back * ux, y: tip.y - back * uy)
    let corners = [
      tip, (x: base.x - side * uy, y: base.y + side * ux),
      (x: base.x + side * uy, y: base.y - side * ux),
    ]
    return [
      SVGCanvas.line("plot-arrow", from: start, to: base, opacity: 0.8),
      .element(
        "path",
        [
          "class": "plot-arrow-head", "d": SVGSeries.path(corners) + "Z", "fill": "currentColor",
          "fill-opacity": "0.8",
        ]),
    ]
  }
}
