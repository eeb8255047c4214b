import Display

/// The cells of a heat map, those of about the same colour in one path, and their figures.
struct SVGCells {
  private static let size = SVGCanvas.labelSize

  let area: Rectangle
  let map: Plot.HeatMap
  let colors: PlacedColorScale

  func draw(on canvas: inout SVGCanvas) {
    var shades = [[Rectangle]](repeating: [], count: SVGColoredMarks.shades)
    for (row, values) in map.values.enumerated() {
      for (column, value) in values.enumerated() {
        guard let position = colors.position(of: value) else { continue }
        shades[SVGColoredMarks.shade(of: position)].append(cell(row, column))
      }
    }
    for (index, cells) in shades.enumerated() where !cells.isEmpty {
      let color = colors.color(at: SVGColoredMarks.position(of: index)).text
      canvas.add(
        .element(
          "path",
          [
            "class": "plot-cell", "d": cells.map(SVGCells.path).joined(), "fill": color,
            "shape-rendering": "crispEdges",
          ]))
    }
    // Blank cells and pale ones end somewhere, too.
    canvas.add(
      .element(
        "path",
        [
          "class": "plot-axis", "d": SVGCells.path(area), "fill": "none",
          "stroke": "currentColor", "stroke-opacity": "0.4",
        ]))
    drawFigures(on: &canvas)
  }

  private func cell(_ row: Int, _ column: Int) -> Rectangle {
    let width = area.width / Double(map.width)
    let height = area.height / Double(map.values.count)
    return Rectangle(
      left: area.left + Double(column) * width, top: area.top + Double(row) * height, width: width,
      height: height)
  }

  private static func path(_ cell: Rectangle) -> String {
    "M\(cell.left.svg) \(cell.top.svg)H\(cell.right.svg)V\(cell.bottom.svg)H\(cell.left.svg)Z"
  }

  /// In all cells or in none.
  private func drawFigures(on canvas: inout SVGCanvas) {
    let room = cell(0, 0)
    let fitting = [4, 3, 2].lazy.map { HeatMapFigures(map.values, digits: $0) }.first { figures in
      let widest = figures.texts.joined().map { SVGText.width($0, size: SVGCells.size) }.max() ?? 0
      return widest < room.width - 6
    }
    guard let figures = fitting, room.height >= SVGCells.size * 1.2 else { return }
    for (row, texts) in figures.texts.enumerated() {
      for (column, text) in texts.enumerated() {
        guard let position = colors.position(of: map.values[row][column]), !text.isEmpty else {
          continue
        }
        let cell = cell(row, column)
        let drawn = colors.color(
          at: SVGColoredMarks.position(of: SVGColoredMarks.shade(of: position)))
        canvas.add(
          SVGCanvas.text(
            text, x: cell.left + cell.width / 2, y: cell.top + cell.height / 2 + 4.2,
            kind: drawn.isDark ? "plot-on-dark" : "plot-on-light", size: SVGCells.size,
            anchor: "middle", color: drawn.isDark ? "#ffffff" : "#000000"))
      }
    }
  }
}
