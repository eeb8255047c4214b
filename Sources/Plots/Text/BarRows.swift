import Display

/// Writes bars and histograms as text: a row for each category or bin.
struct BarRows {
  /// The labels of bins are figures, which are not cut.
  private static let longestBinLabel = 44

  let plot: Plot
  let style: TextStyle

  func lines(of bars: [Plot.Bar]) -> [String] {
    let figures = BarFigures.texts(of: bars)
    let rows = zip(bars, figures).map {
      TextBars.Row(label: $0.category, value: $0.value, figure: $1)
    }
    let references = plot.placedReferences(plot.axes)
    let drawn = TextBars(
      rows: rows, style: style, scale: plot.valueAxis.scale, references: references)
    return heading(plot.xAxis.title, categories: plot.yAxis.title) + legend(references)
      + drawn.lines
  }

  func lines(of bins: [Plot.Bin]) -> [String] {
    let labels = BinLabels(bins, decimals: plot.edgeDecimals).texts
    let axes = plot.axes
    let references = plot.placedReferences(axes)
    let shown = bins.indices.filter { isInRange(bins[$0]) }
    let rows = shown.map { index in
      TextBars.Row(
        label: labels[index], value: Double(bins[index].count), figure: format(bins[index].count),
        remark: remark(on: bins[index], isLast: index == bins.count - 1, references))
    }
    // The counts lie along the rows here: their horizontal lines run down the page.
    let across = references.filter { !$0.isVertical }.map { line in
      PlacedReference(
        reference: Plot.Reference(direction: .x, value: 0, name: line.reference.name),
        position: line.position)
    }
    let drawn = TextBars(
      rows: rows, style: style, scale: plot.valueAxis.scale,
      maximumLabel: BarRows.longestBinLabel, references: across)
    return heading(plot.yAxis.title, categories: plot.xAxis.title) + legend(across) + drawn.lines
  }

  private func isInRange(_ bin: Plot.Bin) -> Bool {
    let options = plot.xAxis
    if let upper = options.upperEnd, bin.lower >= upper { return false }
    if let lower = options.lowerEnd, bin.upper <= lower { return false }
    return true
  }

  /// The names of the vertical lines that cross a bin.
  private func remark(
    on bin: Plot.Bin, isLast: Bool, _ references: [PlacedReference]
  ) -> String {
    let names = references.filter { line in
      let value = line.reference.value
      return line.isVertical && value >= bin.lower
        && (value < bin.upper || isLast && value == bin.upper)
    }
    return names.map { (style.isASCII ? "< " : "◂ ") + $0.reference.name }.joined(separator: "  ")
  }

  func heading(_ title: String, categories: String) -> [String] {
    let headings = [categories, title].map(style.text).filter { !$0.isEmpty }
    let heading = headings.joined(separator: style.isASCII ? " -> " : " → ")
    return heading.isEmpty ? [] : TextFrame.flow([heading], separator: "", style)
  }

  func legend(_ references: [PlacedReference]) -> [String] {
    let entries = references.map { "\(style.sample(of: $0)) \(style.text($0.reference.name))" }
    return TextFrame.flow(entries, separator: "   ", style)
  }
}
