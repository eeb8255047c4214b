extension Plot {
  /// Whether there is nothing that could be drawn.
  var isEmpty: Bool {
    switch content {
    case .series(let series):
      !series.contains { $0.points.contains(where: hasPlace) }
        && !contours.contains { !$0.lines.isEmpty }
    case .bars(let bars): !bars.contains { $0.value.isDrawable }
    case .histogram(let bins): bins.isEmpty
    case .heatMap(let map): !map.values.joined().contains(where: \.isDrawable)
    case .boxes(let boxes): !boxes.contains { $0.extent.contains(where: xAxis.hasPlace) }
    }
  }

  /// Whether the point's coordinates can be drawn on the plot's kind of axes.
  func hasPlace(_ point: Point) -> Bool {
    xAxis.hasPlace(point.x) && yAxis.hasPlace(point.y)
  }

  /// The axis along which bars extend: x for those of categories, which lie, y for bins.
  var valueAxis: Axis {
    switch content {
    case .histogram(let bins):
      Axis(
        yAxis, fitting: bins.map { Double($0.count) } + referenceValues(.y), .fromZero, tickCount: 5
      )
    case .bars(let bars):
      Axis(
        xAxis,
        fitting: bars.map(\.value) + referenceValues(.x)
          + bars.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] },
        .fromZero, tickCount: 5)
    case .boxes(let boxes):
      Axis(
        xAxis, fitting: boxes.flatMap(\.extent) + referenceValues(.x), .roomy, tickCount: 6)
    case .series, .heatMap: Axis(yAxis, fitting: [], .fromZero, tickCount: 5)
    }
  }

  /// The axes along which numbers are measured; nil for the one that carries categories.
  var axes: (x: Axis?, y: Axis?) {
    switch content {
    case .series(let series): Figure.axes(self, series)
    case .bars, .boxes: (valueAxis, nil)
    case .heatMap: (nil, nil)
    case .histogram(let bins): (binAxis(bins), valueAxis)
    }
  }

  /// The colours of a heat map, nil when it has no values.
  func colors(of map: HeatMap) -> PlacedColorScale? {
    PlacedColorScale(colorScale, fitting: Array(map.values.joined()))
  }

  /// The axis along which the bins of a histogram lie.
  func binAxis(_ bins: [Bin]) -> Axis {
    let edges = bins.flatMap { [$0.lower, $0.upper] }
    return Axis(xAxis, fitting: edges + referenceValues(.x), .tight, tickCount: 7)
  }

  private func referenceValues(_ direction: Direction) -> [Double] {
    references.filter { $0.direction == direction }.map(\.value)
  }
}
