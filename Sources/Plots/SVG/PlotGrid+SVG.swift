import Display

extension PlotGrid {
  private static let gap = 24.0

  /// The plots in one drawing.
  public var svg: Markup {
    let width = PlotGrid.panelWidth(columns)
    let count = Double(max(1, min(columns, plots.count)))
    var canvas = SVGCanvas()
    canvas.width = count * width + (count - 1) * PlotGrid.gap
    canvas.addHeading(title, kind: "plot-title", size: SVGCanvas.titleSize, weight: "600")
    if plots.isEmpty {
      canvas.addHeading("(no plots)", kind: "plot-axis-title", size: SVGCanvas.textSize)
    }
    for start in stride(from: 0, to: plots.count, by: columns) {
      let panels = plots[start..<min(start + columns, plots.count)].map { $0.canvas(width: width) }
      if canvas.height > 0 { canvas.height += PlotGrid.gap * 0.75 }
      for (index, panel) in panels.enumerated() {
        let left = Double(index) * (width + PlotGrid.gap)
        canvas.add(
          .element(
            "g",
            [
              "class": "plot-panel",
              "transform": "translate(\(left.svg) \(canvas.height.svg))",
            ], panel.elements))
      }
      canvas.height += panels.map(\.height).max() ?? 0
    }
    return canvas.document(
      title: title.isEmpty ? "\(plots.count) plots" : title.onOneLine,
      description: alternativeText, kind: columns > 1 ? "plot plot-panels" : "plot")
  }

  /// Narrower than a plot alone, so that letters keep their size on the page.
  private static func panelWidth(_ columns: Int) -> Double {
    switch columns {
    case 1: SVGCanvas.standardWidth
    case 2: 300
    default: 260
    }
  }

  /// What the plots show, in words, one after the other.
  public var alternativeText: String {
    let texts = plots.map(\.alternativeText)
    return texts.isEmpty ? "No plots." : texts.joined(separator: " ")
  }
}
