import Display

extension Plot {
  /// The plot in Unicode characters, at most 80 cells wide.
  public var text: String { text(.unicode) }

  /// The plot in ASCII alone, for terminals and readers that show nothing else.
  public var asciiText: String { text(.ascii) }

  private func text(_ style: TextStyle) -> String {
    let heading = TextFrame.flow(
      style.text(title).split(separator: " ").map(String.init), separator: " ", style)
    let body = isEmpty ? ["(no data)"] : body(style)
    return (heading + (heading.isEmpty ? [] : [""]) + body).joined(separator: "\n")
  }

  private func body(_ style: TextStyle) -> [String] {
    switch content {
    case .series(let series):
      return TextSeries(plot: self, figure: Figure(self, series), style: style).lines
    case .bars(let bars):
      let figures = BarFigures(bars.map(\.value)).texts
      let rows = zip(bars, figures).map {
        TextBars.Row(label: $0.category, value: $0.value, figure: $1)
      }
      return barLines(rows, style, title: xAxis.title, categories: yAxis.title)
    case .histogram(let bins):
      let rows = zip(bins, BinLabels(bins).texts).map {
        TextBars.Row(label: $1, value: Double($0.count), figure: format($0.count))
      }
      return barLines(rows, style, title: yAxis.title, categories: xAxis.title)
    }
  }

  private func barLines(
    _ rows: [TextBars.Row], _ style: TextStyle, title: String, categories: String
  ) -> [String] {
    let bars = TextBars(rows: rows, style: style, scale: valueAxis.scale)
    let headings = [categories, title].map(style.text).filter { !$0.isEmpty }
    let arrow = style.isASCII ? " -> " : " → "
    let heading = headings.joined(separator: arrow)
    return (heading.isEmpty ? [] : TextFrame.flow([heading], separator: "", style)) + bars.lines
  }
}
