import Display

extension PlotGrid {
  private static let gap = 2

  /// The plots in Unicode characters, at most 80 cells wide: two side by side, or all below each
  /// other.
  public var text: String { text(.unicode) }

  /// The plots in ASCII alone.
  public var asciiText: String { text(.ascii) }

  private func text(_ style: TextStyle) -> String {
    let heading = TextFrame.paragraph(style.text(title), style)
    let rows = columns == 2 ? pairs(style) : plots.map { $0.lines(style) }
    let body = rows.joined(separator: [""])
    return (heading + (heading.isEmpty ? [] : [""]) + body).joined(separator: "\n")
  }

  private func pairs(_ style: TextStyle) -> [[String]] {
    var narrow = style
    narrow.width = (style.width - PlotGrid.gap) / 2
    return stride(from: 0, to: plots.count, by: 2).map { index in
      let pair = plots[index..<min(index + 2, plots.count)].map { $0.lines(narrow) }
      let height = pair.map(\.count).max() ?? 0
      return (0..<height).map { row in
        let cells = pair.map { row < $0.count ? $0[row] : "" }
        return cells.map { $0.padded(to: narrow.width + PlotGrid.gap) }.joined()
          .withoutTrailingBlanks
      }
    }
  }
}
