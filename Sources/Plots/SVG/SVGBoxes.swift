import Display

/// Draws box plots, lying, each with its name above it.
struct SVGBoxes {
  private static let rowHeight = 44.0
  private static let boxHeight = 16.0

  let plot: Plot
  let boxes: [Plot.Box]

  func draw(on canvas: inout SVGCanvas) {
    canvas.addHeading(plot.yAxis.title, kind: "plot-axis-title", size: SVGCanvas.textSize)
    canvas.height += 4
    let axis = plot.valueAxis
    let references = plot.placedReferences((axis, nil))
    SVGLegend.add(references.map(SVGReference.entry), to: &canvas)
    let area = Rectangle(
      left: 8, top: canvas.height, width: canvas.width - 24,
      height: SVGBoxes.rowHeight * Double(boxes.count) + 4)
    for reference in references { SVGReference.draw(reference, in: area, on: &canvas) }
    for (index, box) in boxes.enumerated() {
      draw(box, axis.scale, area, top: area.top + SVGBoxes.rowHeight * Double(index), on: &canvas)
    }
    canvas.height = area.bottom
    SVGAxes.drawBottom(axis, on: &canvas, area, withGrid: true)
  }

  private func draw(
    _ box: Plot.Box, _ scale: Scale, _ area: Rectangle, top: Double, on canvas: inout SVGCanvas
  ) {
    func x(_ value: Double) -> Double {
      area.left + scale.clampedPosition(of: value) * area.width
    }
    let name = SVGText.truncated(box.name, size: SVGCanvas.textSize, width: area.width)
    canvas.add(SVGCanvas.text(name, x: area.left, y: top + 15, kind: "plot-category"))
    let middle = top + 20 + SVGBoxes.boxHeight / 2
    let (left, right) = (x(box.lowerQuartile), x(box.upperQuartile))
    let ends = (x(box.whiskers.lowerBound), x(box.whiskers.upperBound))
    let mark = SVGMark(index: 0, radius: 3)
    let (cap, half) = (SVGBoxes.boxHeight / 4, SVGBoxes.boxHeight / 2)
    let whiskers =
      "M\(ends.0.svg) \(middle.svg)H\(left.svg)M\(right.svg) \(middle.svg)H\(ends.1.svg)"
      + [ends.0, ends.1].map { "M\($0.svg) \((middle - cap).svg)V\((middle + cap).svg)" }.joined()
    canvas.add(SVGErrorBar.element(whiskers, mark))
    let outline =
      "M\(left.svg) \((middle - half).svg)H\(right.svg)V\((middle + half).svg)H\(left.svg)Z"
    canvas.add(SVGBoxes.body(outline, mark))
    let median = x(box.median)
    canvas.add(
      SVGCanvas.line(
        "plot-median", from: (median, middle - half), to: (median, middle + half), opacity: 1,
        width: "2.5"))
    let outliers = box.outliers.filter { value in
      scale.position(of: value).map { (0...1).contains($0) } ?? false
    }
    if outliers.isEmpty { return }
    let places = Decimation.distinct(outliers.map { (x: x($0), y: middle) })
    canvas.add(SVGBoxes.rings(places.map(mark.path).joined(), mark))
  }

  private static func body(_ path: String, _ mark: SVGMark) -> Markup {
    .element(
      "g", [:],
      .element(
        "path",
        [
          "class": "plot-band \(mark.colorClass)", "d": path, "fill": mark.color,
          "fill-opacity": "0.3",
        ]), SVGErrorBar.element(path, mark))
  }

  private static func rings(_ path: String, _ mark: SVGMark) -> Markup {
    SVGErrorBar.element(path, mark)
  }
}
