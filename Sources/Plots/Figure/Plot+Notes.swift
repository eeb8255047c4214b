import Display

extension Plot {
  /// What was asked of the plot and cannot be drawn: sentences below the drawing.
  var notes: [String] {
    if isEmpty { return notesOnNothing }
    let axes = axes
    return notesOnAxis("x", xAxis, isUsed: axes.x != nil)
      + notesOnAxis("y", yAxis, isUsed: axes.y != nil) + notesOnContent
      + notesOnReferences(axes) + notesOnAnnotations(axes)
  }

  /// Why a plot with data is empty all the same.
  private var notesOnNothing: [String] {
    let letters = [("x", xAxis), ("y", yAxis)].filter { $0.1.isLogarithmic }.map(\.0)
    guard !letters.isEmpty, hasDrawableValues else { return [] }
    let axes = letters.count == 1 ? "the \(letters[0]) axis is" : "the x and y axes are"
    return [
      "There is nothing to draw: \(axes) logarithmic, which leaves no place for the values. "
        + "Only those above 0 have one."
    ]
  }

  private var hasDrawableValues: Bool {
    switch content {
    case .series(let series):
      series.contains { $0.points.contains { $0.x.isDrawable && $0.y.isDrawable } }
    default: false
    }
  }

  private func notesOnAxis(_ letter: String, _ options: AxisOptions, isUsed: Bool) -> [String] {
    if !isUsed {
      let isChanged = options.isLogarithmic || options.range != nil
      return isChanged
        ? ["The \(letter) axis carries the categories: it has no range and no logarithms."] : []
    }
    guard let range = options.range else { return [] }
    if range.lowerBound == range.upperBound && options.lowerEnd != nil {
      return [
        "The range of the \(letter) axis is the one value \(number(range.lowerBound)); "
          + "it is shown with some room around it."
      ]
    }
    let ends = [
      ("begin", range.lowerBound, options.lowerEnd), ("end", range.upperBound, options.upperEnd),
    ]
    return ends.filter { $0.2 == nil }.map { verb, value, _ in
      let kind = options.isLogarithmic ? "logarithmic \(letter) axis" : "\(letter) axis"
      return "The \(kind) cannot \(verb) at \(number(value)); "
        + "that end of its range fits the data."
    }
  }

  private var notesOnContent: [String] {
    switch content {
    case .series(let series):
      let lost = series.filter { !$0.points.isEmpty && !$0.points.contains(where: hasPlace) }
      return lost.map {
        "No point of \($0.name.isEmpty ? "one series" : "“\($0.name.onOneLine)”") can be drawn."
      }
    case .bars(let bars):
      let lost = bars.filter { $0.value.isDrawable && !xAxis.hasPlace($0.value) }
      if lost.isEmpty { return [] }
      let names = AlternativeText.list(lost.map { "“\($0.category.onOneLine)”" })
      return [
        "No bar for \(names): a logarithmic axis has no place for values that are not above 0."
      ]
    case .heatMap: return []
    case .boxes(let boxes):
      let lost = boxes.filter { !xAxis.hasPlace($0.whiskers.lowerBound) }
      if lost.isEmpty { return [] }
      let names = AlternativeText.list(lost.map { "“\($0.name.onOneLine)”" })
      return ["A logarithmic axis has no place for all values of \(names): only for those above 0."]
    case .histogram(let bins):
      let lost = bins.filter { $0.count > 0 && !xAxis.hasPlace($0.upper) }
      return lost.isEmpty
        ? [] : ["The logarithmic x axis has no place for the bins below 0."]
    }
  }

  private func notesOnAnnotations(_ axes: (x: Axis?, y: Axis?)) -> [String] {
    guard case .series = content, let x = axes.x, let y = axes.y else {
      return annotations.isEmpty
        ? [] : ["Not drawn: \(names(annotations)); only lines and points carry remarks."]
    }
    let lost = annotations.filter { PlacedAnnotation($0, x.scale, y.scale) == nil }
    return lost.isEmpty ? [] : ["Not drawn: \(names(lost)); the place is not in the plot."]
  }

  private func names(_ annotations: [Annotation]) -> String {
    AlternativeText.list(annotations.map { "the remark “\($0.text.onOneLine)”" })
  }

  private func number(_ value: Double) -> String { AlternativeText.number(value) }
}
