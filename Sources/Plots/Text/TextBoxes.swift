import Display

/// Draws box plots as text, one row a group: `├──▒▒┃▒▒▒──┤  ○`.
struct TextBoxes {
  private static let canvasWidth = 56
  private static let longestName = 28

  let boxes: [Plot.Box]
  let axis: Axis
  let references: [PlacedReference]
  let style: TextStyle

  var lines: [String] {
    let names = boxes.map {
      style.text($0.name).truncated(
        to: min(TextBoxes.longestName, style.width / 3), ellipsis: style.ellipsis)
    }
    let room = style.width - 2 - (names.map(\.terminalWidth).max() ?? 0)
    var canvas = TextCanvas(width: min(TextBoxes.canvasWidth, room), height: boxes.count)
    for reference in references where reference.isVertical {
      canvas.drawLine(
        from: reference.ends.0, to: reference.ends.1, with: style.verticalReference)
    }
    for (row, box) in boxes.enumerated() { draw(box, row, on: &canvas) }
    return TextFrame(
      style: style, canvas: canvas, xAxis: axis, yAxis: Axis(rows: names)
    ).lines
  }

  private func draw(_ box: Plot.Box, _ row: Int, on canvas: inout TextCanvas) {
    func column(_ value: Double) -> Int {
      let place = UnitPoint(x: axis.scale.clampedPosition(of: value), y: 0)
      return canvas.cell(of: place).column
    }
    func isVisible(_ value: Double) -> Bool {
      axis.scale.position(of: value).map { (0...1).contains($0) } ?? false
    }
    let parts = style.box
    let whiskers = (column(box.whiskers.lowerBound), column(box.whiskers.upperBound))
    for x in whiskers.0...whiskers.1 { canvas[x, row] = parts.whisker }
    if isVisible(box.whiskers.lowerBound) { canvas[whiskers.0, row] = parts.leftCap }
    if isVisible(box.whiskers.upperBound) { canvas[whiskers.1, row] = parts.rightCap }
    for x in column(box.lowerQuartile)...column(box.upperQuartile) { canvas[x, row] = parts.body }
    for value in box.outliers where isVisible(value) { canvas[column(value), row] = parts.outlier }
    if isVisible(box.median) { canvas[column(box.median), row] = parts.median }
  }
}

extension Axis {
  /// The rows of a table as an axis: names from top to bottom.
  init(rows names: [String]) {
    title = ""
    scale = Scale(Interval(0, Double(names.count)), isLogarithmic: false)
    ticks = names.enumerated().map { index, name in
      Tick(value: Double(names.count - index) - 0.5, label: name)
    }
  }
}
