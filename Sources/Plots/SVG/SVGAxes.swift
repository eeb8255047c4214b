import Display

/// Draws grid lines, ticks, their labels and the titles of the axes around an area.
struct SVGAxes {
  let xAxis: Axis
  let yAxis: Axis

  /// Room for the labels of the y axis.
  private var gutter: Double {
    let widths = yAxis.ticks.map { SVGText.width($0.label, size: SVGCanvas.textSize) }
    return (widths.max() ?? 0) + 8
  }

  /// Draws the axes below what the canvas holds and returns the area for the data.
  func draw(on canvas: inout SVGCanvas, areaHeight: Double) -> Rectangle {
    canvas.height += 3
    canvas.addHeading(yAxis.title, kind: "plot-axis-title", size: SVGCanvas.textSize)
    canvas.height += 12
    let area = Rectangle(
      left: gutter, top: canvas.height, width: canvas.width - gutter - 12, height: areaHeight)
    drawRows(on: &canvas, area)
    canvas.height = area.bottom
    SVGAxes.drawBottom(xAxis, on: &canvas, area, withGrid: true)
    return area
  }

  private func drawRows(on canvas: inout SVGCanvas, _ area: Rectangle) {
    for tick in yAxis.ticks {
      let y = area.bottom - yAxis.scale.clampedPosition(of: tick.value) * area.height
      canvas.add(
        SVGCanvas.line("plot-grid", from: (area.left, y), to: (area.right, y), opacity: 0.14))
      canvas.add(
        SVGCanvas.text(tick.label, x: area.left - 8, y: y + 4.5, kind: "plot-tick", anchor: "end"))
    }
  }

  /// Draws an axis along the bottom of `area`, where the canvas ends, with its title below.
  static func drawBottom(
    _ axis: Axis, on canvas: inout SVGCanvas, _ area: Rectangle, withGrid: Bool
  ) {
    canvas.add(
      SVGCanvas.line(
        "plot-axis", from: (area.left, area.bottom), to: (area.right, area.bottom), opacity: 0.6))
    var lastRight = -Double.infinity
    for tick in axis.ticks {
      let x = area.left + axis.scale.clampedPosition(of: tick.value) * area.width
      let top = withGrid ? area.top : area.bottom
      canvas.add(
        SVGCanvas.line("plot-grid", from: (x, top), to: (x, area.bottom + 5), opacity: 0.14))
      let half = SVGText.width(tick.label, size: SVGCanvas.textSize) / 2
      let center = min(max(x, half), canvas.width - half)
      if center - half < lastRight + 6 { continue }
      lastRight = center + half
      canvas.add(
        SVGCanvas.text(
          tick.label, x: center, y: area.bottom + 19, kind: "plot-tick", anchor: "middle"))
    }
    canvas.height = area.bottom + 24
    let lines = SVGText.lines(axis.title, size: SVGCanvas.textSize, width: area.width)
    for line in lines {
      canvas.height += SVGCanvas.textSize * 1.3
      canvas.add(
        SVGCanvas.text(
          line, x: area.left + area.width / 2, y: canvas.height - 4, kind: "plot-axis-title",
          anchor: "middle"))
    }
  }
}
