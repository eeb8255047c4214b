/// A plot of lines and points with its axes fitted and everything placed in the unit square:
/// what the canvases have in common.
struct Figure {
  let xAxis: Axis
  let yAxis: Axis
  let series: [PlacedSeries]
  /// The contours' pieces, cut at the edges of the area.
  let contours: [[UnitPoint]]

  /// How many points carry a label.
  var labelCount: Int { series.reduce(0) { $0 + $1.points.count { !$0.label.isEmpty } } }

  init(_ plot: Plot, _ series: [Plot.Series]) {
    let axes = Figure.axes(plot, series)
    (xAxis, yAxis) = axes
    self.series = series.map { PlacedSeries($0, axes.x.scale, axes.y.scale) }
    contours = plot.contours.flatMap(\.lines).flatMap { line in
      PlacedSeries(Plot.Series(points: line), axes.x.scale, axes.y.scale).pieces
    }
  }

  /// The axes that fit all points in sight.
  static func axes(_ plot: Plot, _ series: [Plot.Series]) -> (x: Axis, y: Axis) {
    let points = series.flatMap(\.points)
    // A point out of sight on one axis must not widen the range of the other.
    let visible = points.filter { point in
      plot.hasPlace(point) && plot.xAxis.range?.contains(point.x) != false
        && plot.yAxis.range?.contains(point.y) != false
    }
    let hasPoints = series.contains { $0.style == .points }
    func values(_ direction: Plot.Direction, _ coordinate: (Plot.Point) -> Double) -> [Double] {
      let lines = plot.references.filter { $0.direction == direction }.map(\.value)
      return visible.map(coordinate) + lines
    }
    return (
      Axis(plot.xAxis, fitting: values(.x, \.x), hasPoints ? .roomy : .tight, tickCount: 7),
      Axis(plot.yAxis, fitting: values(.y, \.y), hasPoints ? .roomy : .round, tickCount: 5)
    )
  }
}

/// One series in the unit square.
struct PlacedSeries {
  let name: String
  let style: Plot.Series.Style
  /// The points inside the area.
  let points: [(place: UnitPoint, label: String)]
  /// The line's pieces between gaps, cut at the edges of the area; a point alone between two gaps is
  /// a piece of one point.
  let pieces: [[UnitPoint]]

  init(_ series: Plot.Series, _ x: Scale, _ y: Scale) {
    name = series.name
    style = series.style
    let places = series.points.map { point -> UnitPoint? in
      guard let x = x.position(of: point.x), let y = y.position(of: point.y) else { return nil }
      return UnitPoint(x: x, y: y)
    }
    points = zip(places, series.points).compactMap { place, point in
      guard let place, place.isInside else { return nil }
      return (place, point.label)
    }
    pieces = series.style == .line ? PlacedSeries.pieces(through: places) : []
  }

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
}
