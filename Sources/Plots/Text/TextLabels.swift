import Display

/// Puts labels beside points on a text canvas where nothing else is.
struct TextLabels {
  /// Longer labels are cut, so that they find a place.
  private static let maximumWidth = 18

  /// The labels for which there was no room.
  let dropped: [String]

  /// Writes the labels of all points that have one.
  init(
    of points: [(place: UnitPoint, label: String)], on canvas: inout TextCanvas, _ style: TextStyle
  ) {
    let labelled = points.filter { !$0.label.isEmpty }
    let texts = labelled.map {
      style.text($0.label).truncated(to: TextLabels.maximumWidth, ellipsis: style.ellipsis)
    }
    let drawn = canvas
    let placement = LabelPlacement(
      candidates: zip(labelled, texts).map { point, text in
        TextLabels.candidates(around: drawn.cell(of: point.place), text.terminalWidth, on: drawn)
      })
    var dropped: [String] = []
    for (index, place) in placement.places.enumerated() {
      if let place {
        // The box is half a cell wider on either side.
        let start = Int(place.box.left + 0.5)
        TextLabels.write(texts[index], on: &canvas, start, Int(place.box.top))
      } else {
        dropped.append(style.text(labelled[index].label))
      }
    }
    self.dropped = dropped
  }

  /// Where a label of a width finds free cells beside a point: in its row, above and below, at
  /// the corners, at last anywhere along the rows above and below.
  private static func candidates(
    around point: (column: Int, row: Int), _ width: Int, on canvas: TextCanvas
  ) -> [LabelPlacement.Candidate] {
    let (column, row) = point
    let (left, right, middle) = (column - 1 - width, column + 2, column - width / 2)
    let near = [
      (right, row), (left, row), (middle, row - 1), (middle, row + 1), (right, row - 1),
      (right, row + 1), (left, row - 1), (left, row + 1),
    ]
    let shifted = (left...right).flatMap { [($0, row - 1), ($0, row + 1)] }
    return (near.map { ($0, 0) } + shifted.map { ($0, 1) })
      .filter { isFree(canvas, $0.0.0 - 1, $0.0.1, width + 2, besides: column) }
      .map { place, tier in
        let box = Rectangle(
          left: Double(place.0) - 0.5, top: Double(place.1), width: Double(width + 1), height: 1)
        return LabelPlacement.Candidate(box: box, tier: tier)
      }
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
