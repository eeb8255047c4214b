import Display

/// Puts labels beside points on a text canvas where nothing else is.
struct TextLabels {
  /// Longer labels are cut, so that they find a place.
  private static let maximumWidth = 18

  /// The labels for which there was no room.
  private(set) var dropped: [String] = []

  mutating func place(
    _ label: String, at place: UnitPoint, on canvas: inout TextCanvas, _ style: TextStyle
  ) {
    let text = style.text(label)
    let shown = text.truncated(to: TextLabels.maximumWidth, ellipsis: style.ellipsis)
    let width = shown.terminalWidth
    let (column, row) = canvas.cell(of: place)
    let candidates = [
      (column + 2, row), (column - 1 - width, row), (column - width / 2, row - 1),
      (column - width / 2, row + 1), (column + 2, row - 1), (column + 2, row + 1),
      (column - 1 - width, row - 1), (column - 1 - width, row + 1),
    ]
    for (start, row) in candidates
    where TextLabels.isFree(canvas, start - 1, row, width + 2, besides: column) {
      TextLabels.write(shown, on: &canvas, start, row)
      return
    }
    dropped.append(text)
  }

  /// Whether the cells of a label and a blank on either side are free. A blank may lie outside the
  /// canvas, or on the label's own point.
  private static func isFree(
    _ canvas: TextCanvas, _ start: Int, _ row: Int, _ width: Int, besides own: Int
  ) -> Bool {
    guard start >= -1, start + width <= canvas.width + 1, (0..<canvas.height).contains(row) else {
      return false
    }
    return (start..<start + width).allSatisfy { column in
      !(0..<canvas.width).contains(column)
        || column == own && (column == start || column == start + width - 1)
        || canvas.isEmpty(column: column, row: row)
    }
  }

  private static func write(_ text: String, on canvas: inout TextCanvas, _ start: Int, _ row: Int) {
    var column = start
    for character in text {
      canvas[column, row] = character
      // The second cell of a wide character holds nothing, but is not free.
      if character.terminalWidth == 2 { canvas[column + 1, row] = TextCanvas.continuation }
      column += max(1, character.terminalWidth)
    }
  }
}
