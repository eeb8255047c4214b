/// One series in the unit square.
struct PlacedSeries {
  let name: String
  let style: Plot.Series.Style
  /// The points inside the area.
  let points: [PlacedPoint]
  /// The line's pieces between gaps, cut at the edges of the area; a point alone between two gaps is
  /// a piece of one point.
  let pieces: [[UnitPoint]]
  /// The outlines of the band, cut at the edges of the area.
  let band: [[UnitPoint]]

  init(
    _ series: Plot.Series, _ x: Scale, _ y: Scale, _ colors: PlacedColorScale? = nil
  ) {
    name = series.name
    style = series.style
    let places = series.points.map { point -> UnitPoint? in
      guard let x = x.position(of: point.x), let y = y.position(of: point.y) else { return nil }
      return UnitPoint(x: x, y: y)
    }
    let spans = series.points.map { $0.interval.flatMap { UnitSpan($0, on: y) } }
    let isBand = series.spread == .band
    points = series.points.indices.compactMap { index in
      guard let place = places[index], place.isInside else { return nil }
      let point = series.points[index]
      return PlacedPoint(
        place: place, label: point.label, span: isBand ? nil : spans[index],
        isColored: point.colorValue != nil,
        color: point.colorValue.flatMap { colors?.position(of: $0) })
    }
    pieces = series.style == .line ? PlacedSeries.pieces(through: places) : []
    let ends = series.points.indices.map { index -> PlacedSeries.BandEnd? in
      guard isBand, let span = spans[index], let x = x.position(of: series.points[index].x) else {
        return nil
      }
      return BandEnd(x: x, span: span)
    }
    band = PlacedSeries.band(between: ends)
  }

  /// Whether any point shows a value by its colour.
  var isColored: Bool { points.contains(where: \.isColored) }

  private static func pieces(through places: [UnitPoint?]) -> [[UnitPoint]] {
    var pieces: [[UnitPoint]] = []
    for index in places.indices {
      guard let start = places[index] else { continue }
      guard index + 1 < places.count, let end = places[index + 1] else {
        let isAlone = index == 0 || places[index - 1] == nil
        if isAlone && start.isInside { pieces.append([start]) }
        continue
      }
      guard let (from, to) = UnitPoint.clip(start, end) else { continue }
      // Only a line that was not interrupted goes on where the last stroke ended.
      if let last = pieces.last?.last, last == from, from == start {
        pieces[pieces.count - 1].append(to)
      } else {
        pieces.append([from, to])
      }
    }
    return pieces
  }

  private struct BandEnd: Equatable {
    let x: Double
    let span: UnitSpan
  }

  /// One outline for each stretch without a gap: the lower ends there, the upper ends back.
  private static func band(between ends: [BandEnd?]) -> [[UnitPoint]] {
    ends.split(separator: nil).compactMap { stretch in
      let stretch = stretch.compactMap { $0 }
      let lower = stretch.map { UnitPoint(x: $0.x, y: $0.span.lower) }
      let upper = stretch.map { UnitPoint(x: $0.x, y: $0.span.upper) }
      let clipped = UnitPoint.clip(polygon: lower + upper.reversed())
      return clipped.count > 2 ? clipped : nil
    }
  }
}

/// A point in the unit square.
struct PlacedPoint {
  let place: UnitPoint
  let label: String
  /// The error bar.
  let span: UnitSpan?
  /// Whether the point's colour shows a value, even if that is missing.
  let isColored: Bool
  /// From 0 to 1 along the colours.
  let color: Double?
}

/// From a lower to an upper place along the y axis, which may lie outside 0 to 1.
struct UnitSpan: Equatable {
  let lower: Double
  let upper: Double

  /// Nil when the interval has no place on the axis. A lower end that a logarithmic axis cannot show
  /// lies far below.
  init?(_ interval: ClosedRange<Double>, on scale: Scale) {
    guard let upper = scale.position(of: interval.upperBound) else { return nil }
    self.upper = upper
    lower = scale.position(of: interval.lowerBound) ?? -1e6
  }

  /// The part that can be seen, nil when none can.
  var visible: (lower: Double, upper: Double)? {
    upper < 0 || lower > 1 ? nil : (max(lower, 0), min(upper, 1))
  }
}

/// A remark in the unit square.
struct PlacedAnnotation {
  let text: String
  let point: UnitPoint
  let start: UnitPoint?

  /// Nil when one of its places lies outside.
  init?(_ annotation: Plot.Annotation, _ x: Scale, _ y: Scale) {
    func place(_ point: Plot.Point) -> UnitPoint? {
      guard let x = x.position(of: point.x), let y = y.position(of: point.y) else { return nil }
      let place = UnitPoint(x: x, y: y)
      return place.isInside ? place : nil
    }
    guard let point = place(annotation.point) else { return nil }
    let start = annotation.start.map(place)
    if let start, start == nil { return nil }
    self.point = point
    self.start = start ?? nil
    text = annotation.text
  }
}
