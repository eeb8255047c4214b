import Display

/// Draws lines and points as text.
///
/// A line is drawn in braille dots. Where a plot has several, each carries its own mark at its
/// points, or at some places along it when there are many.
struct TextSeries {
  private static let canvasWidth = 62
  /// Up to so many points a line shows each of them.
  private static let fewPoints = 12

  let plot: Plot
  let figure: Figure
  let style: TextStyle

  var lines: [String] {
    var canvas = emptyCanvas
    for contour in figure.contours {
      for (start, end) in zip(contour, contour.dropFirst()) {
        canvas.drawLine(from: start, to: end, with: style.contour)
      }
    }
    drawReferences(on: &canvas)
    for series in figure.series { drawBand(of: series, on: &canvas) }
    for series in figure.series { drawErrorBars(of: series, on: &canvas) }
    for (index, series) in figure.series.enumerated() {
      drawPieces(of: series, style.mark(index), on: &canvas)
    }
    for (index, series) in figure.series.enumerated() {
      drawMarks(of: series, index, on: &canvas)
    }
    let remarks = TextAnnotations(annotations: figure.annotations, style: style)
    remarks.drawArrows(on: &canvas)
    let labels = TextLabels(of: labelledPoints, on: &canvas, style)
    let frame = TextFrame(style: style, canvas: canvas, xAxis: figure.xAxis, yAxis: figure.yAxis)
    let key = figure.colors.map { style.key(to: $0) } ?? []
    return legend + frame.lines + key + note(on: labels.dropped)
  }

  private var labelledPoints: [(place: UnitPoint, label: String)] {
    figure.series.flatMap(\.points).map { ($0.place, $0.label) }
      + figure.annotations.filter { $0.start == nil }.map { ($0.point, $0.text) }
  }

  private func drawBand(of series: PlacedSeries, on canvas: inout TextCanvas) {
    for outline in series.band {
      for row in 0..<canvas.height {
        for column in 0..<canvas.width
        where canvas[column, row] == nil && canvas.middle(column, row).isInside(outline) {
          canvas[column, row] = style.band
        }
      }
    }
  }

  private func drawErrorBars(of series: PlacedSeries, on canvas: inout TextCanvas) {
    for point in series.points {
      guard let ends = point.span?.visible else { continue }
      canvas.drawLine(
        from: UnitPoint(x: point.place.x, y: ends.lower),
        to: UnitPoint(x: point.place.x, y: ends.upper), with: style.box.upright)
    }
  }

  /// Larger the more labels must find room.
  private var emptyCanvas: TextCanvas {
    let gutter = figure.yAxis.ticks.map { $0.label.terminalWidth }.max() ?? 0
    let room = style.width - 2 - gutter
    if figure.labelCount == 0 {
      return TextCanvas(width: min(TextSeries.canvasWidth, room), height: 15)
    }
    let growth = LabelPlacement.growth(labels: figure.labelCount)
    return TextCanvas(
      width: growth > 1 ? room : min(TextSeries.canvasWidth, room),
      height: Int((22 * growth).rounded()))
  }

  private var legend: [String] {
    var entries = figure.series.enumerated().filter { !$1.name.isEmpty }.map { index, series in
      "\(usesMark(series) ? style.mark(index) : style.horizontal) \(style.text(series.name))"
    }
    entries += references.map {
      "\(style.sample(of: $0)) \(style.text($0.reference.name))"
    }
    return TextFrame.flow(entries, separator: "   ", style)
  }

  private func note(on dropped: [String]) -> [String] {
    if dropped.isEmpty { return [] }
    let words = "Without a label for lack of room: " + dropped.joined(separator: "; ")
    return TextFrame.paragraph(words, style)
  }

  private func drawReferences(on canvas: inout TextCanvas) {
    for reference in references {
      canvas.drawLine(
        from: reference.ends.0, to: reference.ends.1, with: style.sample(of: reference))
    }
  }

  private var references: [PlacedReference] {
    plot.placedReferences((figure.xAxis, figure.yAxis))
  }

  private func drawPieces(
    of series: PlacedSeries, _ mark: Character, on canvas: inout TextCanvas
  ) {
    for piece in series.pieces {
      if piece.count == 1 {
        let (column, row) = canvas.cell(of: piece[0])
        canvas[column, row] = nil
        drawDot(at: piece[0], on: &canvas)
      }
      for (start, end) in zip(piece, piece.dropFirst()) {
        if style.isASCII {
          canvas.drawLine(from: start, to: end, with: usesMark(series) ? mark : ".")
        } else {
          canvas.eraseCharacters(from: start, to: end)
          canvas.drawLine(from: start, to: end)
        }
      }
    }
  }

  private func drawMarks(of series: PlacedSeries, _ index: Int, on canvas: inout TextCanvas) {
    let mark = style.mark(index)
    if series.isColored && figure.colors != nil {
      for point in series.points {
        let shade = point.color.map { style.shades[PlacedColorScale.level(of: $0)] }
        put(shade ?? style.missing, at: point.place, on: &canvas)
      }
    } else if series.style == .points && !usesMark(series) {
      for point in series.points { drawDot(at: point.place, on: &canvas) }
    } else if series.style == .points || series.points.count <= TextSeries.fewPoints {
      for point in series.points { put(mark, at: point.place, on: &canvas) }
    } else if usesMark(series) && !style.isASCII {
      for place in places(along: series, index) { put(mark, at: place, on: &canvas) }
    }
  }

  private func drawDot(at place: UnitPoint, on canvas: inout TextCanvas) {
    if style.isASCII {
      put(".", at: place, on: &canvas)
    } else {
      canvas.drawDot(at: place)
    }
  }

  private func put(_ mark: Character, at place: UnitPoint, on canvas: inout TextCanvas) {
    let (column, row) = canvas.cell(of: place)
    canvas[column, row] = mark
  }

  /// Whether the series needs a mark of its own: beside others, or when its points are few.
  private func usesMark(_ series: PlacedSeries) -> Bool {
    figure.series.count > 1 || series.points.count <= TextSeries.fewPoints
      || series.points.contains { !$0.label.isEmpty }
      || (series.style == .points && series.points.count <= 60)
  }

  /// Points of a line about a tenth of the width apart, at other places for each series.
  private func places(along series: PlacedSeries, _ index: Int) -> [UnitPoint] {
    let slots = 9.0
    let shift = Double(index % 4) / 4
    var lastSlot = -1.0
    return series.points.map(\.place).filter { place in
      let slot = (place.x * slots + shift).rounded(.down)
      defer { lastSlot = slot }
      return slot != lastSlot && lastSlot >= 0
    }
  }
}
