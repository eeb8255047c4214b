import Display

/// Puts labels beside points where they cover neither marks nor each other: close to the point
/// if there is room, else farther away with a thin line. A label without any room becomes the
/// tooltip of its point.
struct SVGLabels {
  private static let size = SVGCanvas.labelSize
  private static let maximumWidth = 130.0
  /// How far from its point a label may stand.
  private static let distances = [0.0, 10, 20, 32, 46, 62]

  let area: Rectangle
  private let marks: [Rectangle]

  init(area: Rectangle, marks: [(x: Double, y: Double)]) {
    self.area = area
    let radius = SVGMark.standardRadius
    self.marks = marks.map {
      Rectangle(left: $0.x - radius, top: $0.y - radius, width: 2 * radius, height: 2 * radius)
    }
  }

  /// The drawing of some labels.
  func draw(_ labels: [(text: String, point: (x: Double, y: Double))]) -> [Markup] {
    let texts = labels.map {
      SVGText.truncated($0.text, size: SVGLabels.size, width: SVGLabels.maximumWidth)
    }
    let placement = LabelPlacement(
      candidates: zip(labels, texts).map { label, text in
        candidates(around: label.point, SVGText.width(text, size: SVGLabels.size))
      })
    return zip(labels.indices, placement.places).flatMap { index, place in
      let point = labels[index].point
      guard let place else { return [tooltip(labels[index].text.onOneLine, at: point)] }
      return elements(texts[index], in: place.box, of: point, withLine: place.tier > 0)
    }
  }

  private func candidates(
    around point: (x: Double, y: Double), _ width: Double
  ) -> [LabelPlacement.Candidate] {
    SVGLabels.distances.enumerated().flatMap { tier, distance in
      SVGLabels.boxes(around: point, width, distance)
        .filter { box in area.contains(box) && !marks.contains { $0.intersects(box) } }
        .map { LabelPlacement.Candidate(box: $0, tier: tier) }
    }
  }

  /// Right, left, above and below, then the corners.
  private static func boxes(
    around point: (x: Double, y: Double), _ width: Double, _ distance: Double
  ) -> [Rectangle] {
    let height = size * 1.15
    let near = SVGMark.standardRadius + 2 + distance
    let (left, right, middle) = (point.x - near - width, point.x + near, point.x - width / 2)
    let (above, below, level) = (
      point.y - near - height, point.y + near, point.y - height / 2
    )
    let corners = [
      (right, level), (left, level), (middle, above), (middle, below), (right, above),
      (right, below), (left, above), (left, below),
    ]
    return corners.map { Rectangle(left: $0, top: $1, width: width, height: height) }
  }

  private func elements(
    _ text: String, in box: Rectangle, of point: (x: Double, y: Double), withLine: Bool
  ) -> [Markup] {
    let label = SVGCanvas.text(
      text, x: box.left, y: box.bottom - SVGLabels.size * 0.3, kind: "plot-label",
      size: SVGLabels.size)
    guard withLine else { return [label] }
    let end = (
      x: min(max(point.x, box.left), box.right), y: min(max(point.y, box.top), box.bottom)
    )
    return [SVGCanvas.line("plot-leader", from: point, to: end, opacity: 0.5), label]
  }

  private func tooltip(_ label: String, at point: (x: Double, y: Double)) -> Markup {
    .element(
      "circle",
      [
        "cx": point.x.svg, "cy": point.y.svg, "r": (SVGMark.standardRadius + 1).svg,
        "fill": "currentColor",
        "fill-opacity": "0",
      ], .element("title", [:], .text(label)))
  }
}
