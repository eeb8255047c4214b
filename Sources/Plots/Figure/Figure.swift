/// A plot of lines and points with its axes fitted and everything placed in the unit square:
/// what the canvases have in common.
struct Figure {
  let xAxis: Axis
  let yAxis: Axis
  let series: [PlacedSeries]
  /// Nil when no point has a colour of its own.
  let colors: PlacedColorScale?
  let annotations: [PlacedAnnotation]
  /// The contours' pieces, cut at the edges of the area.
  let contours: [[UnitPoint]]

  /// How many points carry a label.
  var labelCount: Int { series.reduce(0) { $0 + $1.points.count { !$0.label.isEmpty } } }

  init(_ plot: Plot, _ series: [Plot.Series]) {
    let axes = Figure.axes(plot, series)
    (xAxis, yAxis) = axes
    let values = series.flatMap(\.points).compactMap(\.colorValue)
    let colors = PlacedColorScale(plot.colorScale, fitting: values)
    self.colors = colors
    self.series = series.map { PlacedSeries($0, axes.x.scale, axes.y.scale, colors) }
    annotations = plot.annotations.compactMap {
      PlacedAnnotation($0, axes.x.scale, axes.y.scale)
    }
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
    let remarks = plot.annotations.flatMap { [$0.point] + ($0.start.map { [$0] } ?? []) }
    func values(_ direction: Plot.Direction, _ coordinate: (Plot.Point) -> Double) -> [Double] {
      let lines = plot.references.filter { $0.direction == direction }.map(\.value)
      return visible.map(coordinate) + lines + remarks.map(coordinate)
    }
    let intervals = visible.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
    return (
      Axis(plot.xAxis, fitting: values(.x, \.x), hasPoints ? .roomy : .tight, tickCount: 7),
      Axis(
        plot.yAxis, fitting: values(.y, \.y) + intervals, hasPoints ? .roomy : .round, tickCount: 5)
    )
  }
}
