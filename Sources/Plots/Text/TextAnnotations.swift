import Display

/// Draws remarks that an arrow leads from. Those without one are placed as labels are.
struct TextAnnotations {
  let annotations: [PlacedAnnotation]
  let style: TextStyle

  func drawArrows(on canvas: inout TextCanvas) {
    for annotation in annotations {
      if let start = annotation.start { draw(annotation, from: start, on: &canvas) }
    }
  }

  private func draw(
    _ annotation: PlacedAnnotation, from start: UnitPoint, on canvas: inout TextCanvas
  ) {
    let text = style.text(annotation.text).truncated(to: canvas.width, ellipsis: style.ellipsis)
    let width = text.terminalWidth
    let (tail, head) = (canvas.cell(of: start), canvas.cell(of: annotation.point))
    let left = min(max(tail.column - width / 2, 0), canvas.width - width)
    // From the end of the text that is nearest to the point.
    let from = (column: min(max(head.column, left - 1), left + width), row: tail.row)
    drawShaft(from: from, to: head, on: &canvas)
    var column = left
    for character in text {
      canvas[column, tail.row] = character
      if character.terminalWidth == 2 { canvas[column + 1, tail.row] = TextCanvas.continuation }
      column += max(1, character.terminalWidth)
    }
  }

  /// A line of dots with its head in the cell before the point.
  private func drawShaft(
    from start: (column: Int, row: Int), to point: (column: Int, row: Int),
    on canvas: inout TextCanvas
  ) {
    let (dx, dy) = (point.column - start.column, point.row - start.row)
    let steps = max(abs(dx), abs(dy))
    if steps < 2 { return }
    for step in 1..<steps {
      let part = Double(step) / Double(steps)
      let column = start.column + Int((Double(dx) * part).rounded())
      let row = start.row + Int((Double(dy) * part).rounded())
      guard (0..<canvas.width).contains(column) else { continue }
      let isLast = step == steps - 1
      canvas[column, row] = isLast ? style.arrowHead(dx: dx, dy: dy) : style.contour
    }
  }
}
