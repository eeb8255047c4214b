import Display

/// Draws bars as text, one row a category or bin.
struct TextBars {
  private static let barWidth = 44
  private static let maximumLabel = 28

  let rows: [Row]
  let style: TextStyle
  /// The range of the values; the bars start at zero, or at the end of the range nearest to it.
  let scale: Scale

  struct Row {
    var label: String
    var value: Double
    var figure: String
  }

  var lines: [String] {
    let labels = rows.map {
      style.text($0.label).truncated(to: TextBars.maximumLabel, ellipsis: style.ellipsis)
    }
    let gutter = labels.map(\.terminalWidth).max() ?? 0
    let figures = rows.map { style.text($0.figure) }
    let room = TextFrame.maximumWidth - gutter - 3 - (figures.map(\.terminalWidth).max() ?? 0)
    let width = min(TextBars.barWidth, room)
    return rows.indices.map { index in
      let bar = bar(of: rows[index].value, width: width)
      let figure = bar.isEmpty ? figures[index] : bar + " " + figures[index]
      return
        (labels[index].padded(to: gutter, trailing: true) + " " + String(style.vertical)
        + figure).withoutTrailingBlanks
    }
  }

  /// Where the bars start, from 0 to 1.
  private var base: Double {
    scale.isLogarithmic ? 0 : scale.clampedPosition(of: 0)
  }

  private func bar(of value: Double, width: Int) -> String {
    guard let position = scale.position(of: value) else { return "" }
    let end = min(max(position, 0), 1)
    let eighths = { (part: Double) in Int((part * Double(width * 8)).rounded()) }
    let start = (base * Double(width)).rounded()
    if end >= base {
      let blanks = String(repeating: " ", count: Int(start))
      return blanks + filled(max(0, eighths(end) - Int(start) * 8))
    }
    // Blocks that fill a cell from its right side do not exist but for the half.
    let cells = Int((end * Double(width)).rounded())
    return String(repeating: " ", count: cells)
      + String(repeating: style.isASCII ? "#" : "█", count: Int(start) - cells)
  }

  private func filled(_ eighths: Int) -> String {
    if style.isASCII { return String(repeating: "#", count: (eighths + 4) / 8) }
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
