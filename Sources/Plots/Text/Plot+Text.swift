import Display

extension Plot {
  /// The plot in Unicode characters, at most 80 cells wide.
  public var text: String { text(.unicode) }

  /// The plot in ASCII alone, for terminals and readers that show nothing else.
  public var asciiText: String { text(.ascii) }

  private func text(_ style: TextStyle) -> String { lines(style).joined(separator: "\n") }

  /// The plot in lines of the style's width.
  func lines(_ style: TextStyle) -> [String] {
    let heading = TextFrame.paragraph(style.text(title), style)
    let body = isEmpty ? ["(no data)"] : body(style)
    let notes = notes.flatMap { TextFrame.paragraph(style.text($0), style) }
    return heading + (heading.isEmpty ? [] : [""]) + body + notes
  }

  private func body(_ style: TextStyle) -> [String] {
    switch content {
    case .series(let series):
      return TextSeries(plot: self, figure: Figure(self, series), style: style).lines
    case .bars(let bars): return BarRows(plot: self, style: style).lines(of: bars)
    case .heatMap(let map): return TextHeatMap.lines(of: map, in: self, style)
    case .boxes(let boxes):
      let axis = valueAxis
      let references = placedReferences((axis, nil))
      let heading = TextFrame.paragraph(style.text(yAxis.title), style)
      return heading + BarRows(plot: self, style: style).legend(references)
        + TextBoxes(boxes: boxes, axis: axis, references: references, style: style).lines
    case .histogram(let bins): return BarRows(plot: self, style: style).lines(of: bins)
    }
  }
}
