import Display

/// A drawing with what stands around it: title, legend, axes and their ticks.
struct TextFrame {
  let style: TextStyle
  let canvas: TextCanvas
  let xAxis: Axis
  let yAxis: Axis

  private var gutter: Int {
    yAxis.ticks.map { $0.label.terminalWidth }.max() ?? 0
  }

  var lines: [String] {
    var lines: [String] = []
    lines += TextFrame.paragraph(style.text(yAxis.title), style)
    lines += zip(canvas.rows, leftLabels).map { row, label in
      let tick = label == nil ? style.vertical : style.leftTick
      return (label ?? "").padded(to: gutter, trailing: true) + " " + String(tick) + row
    }
    lines.append(String(repeating: " ", count: gutter + 1) + String(style.corner) + bottomLine)
    lines.append(bottomLabels)
    lines += TextFrame.paragraph(style.text(xAxis.title), style).map { title in
      let centered = gutter + 2 + max(0, (canvas.width - title.terminalWidth) / 2)
      let blanks = min(centered, style.width - title.terminalWidth)
      return String(repeating: " ", count: blanks) + title
    }
    return lines.map(\.withoutTrailingBlanks)
  }

  /// The label of each row, from the top.
  private var leftLabels: [String?] {
    var labels = [String?](repeating: nil, count: canvas.height)
    for tick in yAxis.ticks {
      let y = yAxis.scale.clampedPosition(of: tick.value)
      labels[canvas.cell(of: UnitPoint(x: 0, y: y)).row] = style.text(tick.label)
    }
    return labels
  }

  private func column(of tick: Axis.Tick) -> Int {
    canvas.cell(of: UnitPoint(x: xAxis.scale.clampedPosition(of: tick.value), y: 0)).column
  }

  private var bottomLine: String {
    var line = Array(repeating: style.horizontal, count: canvas.width)
    for tick in xAxis.ticks { line[column(of: tick)] = style.bottomTick }
    return String(line)
  }

  /// The labels below their ticks, leaving out those that would run into the one before.
  private var bottomLabels: String {
    var line = ""
    for tick in xAxis.ticks {
      let label = style.text(tick.label)
      let center = gutter + 2 + column(of: tick)
      let start = min(
        max(0, center - label.terminalWidth / 2), style.width - label.terminalWidth)
      if start > line.terminalWidth || line.isEmpty { line = line.padded(to: start) + label }
    }
    return line
  }

  /// The words of a text in lines of the width of the page.
  static func paragraph(_ text: String, _ style: TextStyle) -> [String] {
    flow(text.split(separator: " ").map(String.init), separator: " ", style)
  }

  /// Words one after another in lines of the width of the page, between `separator`s.
  static func flow(
    _ entries: [String], separator: String, _ style: TextStyle
  ) -> [String] {
    var lines: [String] = []
    for entry in entries.map({ $0.truncated(to: style.width, ellipsis: style.ellipsis) }) {
      if let last = lines.last,
        (last + separator + entry).terminalWidth <= style.width
      {
        lines[lines.count - 1] = last + separator + entry
      } else {
        lines.append(entry)
      }
    }
    return lines.map(\.withoutTrailingBlanks)
  }
}
