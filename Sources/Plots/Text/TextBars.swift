import Display

/// Draws bars as text, one row a category or bin.
struct TextBars {
  private static let barWidth = 44
  let rows: [Row]
  let style: TextStyle
  /// The range of the values; the bars start at zero, or at the end of the range nearest to it.
  let scale: Scale
  /// Longer labels are cut.
  var maximumLabel = 28
  /// Across the bars.
  var references: [PlacedReference] = []

  struct Row {
    var label: String
    var value: Double
    var figure: String
    /// Written behind the figure where there is room.
    var remark = ""
  }

  var lines: [String] {
    let labels = rows.map {
      style.text($0.label).truncated(
        to: min(maximumLabel, style.width / 2), ellipsis: style.ellipsis)
    }
    let gutter = labels.map(\.terminalWidth).max() ?? 0
    let figures = rows.map { style.text($0.figure) }
    let room = style.width - gutter - 3 - (figures.map(\.terminalWidth).max() ?? 0)
    let width = max(1, min(TextBars.barWidth, room))
    return rows.indices.map { index in
      let bar = bar(of: rows[index].value, width: width)
      let figure = bar.isEmpty ? figures[index] : bar + " " + figures[index]
      let row =
        labels[index].padded(to: gutter, trailing: true) + " " + String(style.vertical)
        + crossed(figure, behind: bar.count, width: width)
      let remark = rows[index].remark
      return (remark.isEmpty ? row : row + "  " + style.text(remark))
        .truncated(to: style.width, ellipsis: style.ellipsis).withoutTrailingBlanks
    }
  }

  /// The row with the reference lines wherever they do not cross the figure.
  private func crossed(_ row: String, behind bar: Int, width: Int) -> String {
    var cells = Array(row)
    for reference in references where reference.isVertical {
      let column = min(Int(reference.position * Double(width)), width - 1)
      while cells.count <= column { cells.append(" ") }
      if column < bar || cells[column] == " " && column > bar {
        cells[column] = style.sample(of: reference)
      }
    }
    return String(cells)
  }

  /// Where the bars start, from 0 to 1.
  private var base: Double {
    scale.isLogarithmic ? 0 : scale.clampedPosition(of: 0)
  }

  private func bar(of value: Double, width: Int) -> String {
    guard let position = scale.position(of: value) else { return "" }
    let end = min(max(position, 0), 1)
    let start = Int((base * Double(width)).rounded())
    if end >= base {
      let eighths = Int(((end - base) * Double(width * 8)).rounded())
      return String(repeating: " ", count: start) + filled(min(eighths, (width - start) * 8))
    }
    // Blocks that fill a cell from its right side do not exist but for the half.
    let cells = min(start, Int(((base - end) * Double(width)).rounded()))
    return String(repeating: " ", count: start - cells)
      + String(repeating: style.isASCII ? "#" : "█", count: cells)
  }

  private func filled(_ eighths: Int) -> String {
    if style.isASCII { return String(repeating: "#", count: (eighths + 4) / 8) }
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
