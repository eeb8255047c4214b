import Display

/// Draws a heat map: coloured cells with the names of rows and columns, and the bar of colours.
struct SVGHeatMap {
  private static let mostCells = 100
  private static let longestName = 110.0
  private static let size = SVGCanvas.labelSize

  private let plot: Plot
  private let map: Plot.HeatMap
  private let block: (Int, Int)
  private let colors: PlacedColorScale

  init(_ plot: Plot, _ map: Plot.HeatMap, _ colors: PlacedColorScale) {
    self.plot = plot
    self.colors = colors
    (self.map, block) = map.averaged(
      rows: SVGHeatMap.mostCells, columns: SVGHeatMap.mostCells)
  }

  func draw(on canvas: inout SVGCanvas) {
    canvas.addHeading(plot.yAxis.title, kind: "plot-axis-title", size: SVGCanvas.textSize)
    canvas.height += 6
    let names = map.rows.map(SVGHeatMap.name)
    let gutter = names.map { SVGText.width($0, size: SVGHeatMap.size) }.max().map { $0 + 8 } ?? 0
    let width = canvas.width - gutter - 2
    let side = (width / Double(max(1, map.width)), 300 / Double(map.values.count))
    let cellHeight = min(max(side.1, 3), 30)
    let area = Rectangle(
      left: gutter, top: canvas.height, width: width,
      height: cellHeight * Double(map.values.count))
    let grid = SVGCells(area: area, map: map, colors: colors)
    grid.draw(on: &canvas)
    drawRowNames(names, cellHeight, area, on: &canvas)
    canvas.height = area.bottom
    drawColumnNames(side.0, area, on: &canvas)
    drawTitle(area, on: &canvas)
    SVGColorBar(colors: colors).draw(on: &canvas, area)
    if let note = Plot.HeatMap.note(on: block) { canvas.addNotes([note]) }
  }

  private static func name(_ text: String) -> String {
    SVGText.truncated(text, size: size, width: longestName)
  }

  /// Every name, or every second, third … where the rows are narrow.
  private func drawRowNames(
    _ names: [String], _ height: Double, _ area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let step = max(1, Int((SVGHeatMap.size * 1.1 / height).rounded(.up)))
    for (index, name) in names.enumerated() where index % step == 0 {
      let y = area.top + (Double(index) + 0.5) * height + SVGHeatMap.size * 0.35
      canvas.add(
        SVGCanvas.text(
          name, x: area.left - 8, y: max(y, SVGHeatMap.size), kind: "plot-tick",
          size: SVGHeatMap.size, anchor: "end"))
    }
  }

  private func drawColumnNames(
    _ width: Double, _ area: Rectangle, on canvas: inout SVGCanvas
  ) {
    let names = map.columns.map(SVGHeatMap.name)
    if names.isEmpty { return }
    let size = SVGHeatMap.size
    let widths = names.map { SVGText.width($0, size: size) }
    let longest = widths.max() ?? 0
    let isUpright = longest > width - 6
    let step = isUpright ? max(1, Int((size * 1.15 / width).rounded(.up))) : 1
    for (index, name) in names.enumerated() where index % step == 0 {
      let x = area.left + (Double(index) + 0.5) * width
      if isUpright {
        canvas.add(
          SVGCanvas.uprightText(
            name, x: x + size * 0.35, y: area.bottom + 6, kind: "plot-tick", size: size))
      } else {
        canvas.add(
          SVGCanvas.text(
            name, x: x, y: area.bottom + size + 4, kind: "plot-tick", size: size,
            anchor: "middle"))
      }
    }
    canvas.height = area.bottom + 6 + (isUpright ? longest : size * 1.2)
  }

  private func drawTitle(_ area: Rectangle, on canvas: inout SVGCanvas) {
    for line in SVGText.lines(plot.xAxis.title, size: SVGCanvas.textSize, width: area.width) {
      canvas.height += SVGCanvas.textSize * 1.4
      canvas.add(
        SVGCanvas.text(
          line, x: area.left + area.width / 2, y: canvas.height - 4, kind: "plot-axis-title",
          anchor: "middle"))
    }
  }
}
