extension Plot {
  /// Whether there is nothing that could be drawn.
  var isEmpty: Bool {
    switch content {
    case .series(let series):
      !series.contains { $0.points.contains(where: hasPlace) }
    case .bars(let bars): !bars.contains { $0.value.isDrawable }
    case .histogram(let bins): bins.isEmpty
    }
  }

  /// Whether the point's coordinates can be drawn on the plot's kind of axes.
  func hasPlace(_ point: Point) -> Bool {
    point.x.isDrawable && point.y.isDrawable && (point.x > 0 || !xAxis.isLogarithmic)
      && (point.y > 0 || !yAxis.isLogarithmic)
  }

  /// The axis along which bars extend: x for those of categories, which lie, y for bins.
  var valueAxis: Axis {
    switch content {
    case .histogram(let bins):
      Axis(yAxis, fitting: bins.map { Double($0.count) }, .fromZero, tickCount: 5)
    case .bars(let bars): Axis(xAxis, fitting: bars.map(\.value), .fromZero, tickCount: 5)
    case .series: Axis(yAxis, fitting: [], .fromZero, tickCount: 5)
    }
  }
}
