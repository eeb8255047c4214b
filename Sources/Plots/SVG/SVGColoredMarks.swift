import Display

/// Draws points whose colours show a value: those of about the same colour in one path.
struct SVGColoredMarks {
  /// So many colours are told apart.
  static let shades = 64

  let mark: SVGMark
  let colors: PlacedColorScale

  func draw(_ points: [PlacedPoint], in area: Rectangle, on canvas: inout SVGCanvas) {
    var shaded = [[PlacedPoint]](repeating: [], count: SVGColoredMarks.shades)
    var unknown: [PlacedPoint] = []
    for point in points {
      if let color = point.color {
        shaded[SVGColoredMarks.shade(of: color)].append(point)
      } else {
        unknown.append(point)
      }
    }
    if !unknown.isEmpty { canvas.add(crosses(unknown, in: area)) }
    for (index, points) in shaded.enumerated() where !points.isEmpty {
      let color = colors.color(at: SVGColoredMarks.position(of: index)).text
      canvas.add(element(points, fill: color, in: area))
    }
  }

  static func shade(of position: Double) -> Int { min(Int(position * Double(shades)), shades - 1) }

  /// The middle of a shade, but the very ends for the first and the last.
  static func position(of shade: Int) -> Double { Double(shade) / Double(shades - 1) }

  private func crosses(_ points: [PlacedPoint], in area: Rectangle) -> Markup {
    let arms = points.map { point in
      let (x, y) = area.point(point.place)
      let (left, right, top, bottom) = ((x - 3).svg, (x + 3).svg, (y - 3).svg, (y + 3).svg)
      return "M\(left) \(top)L\(right) \(bottom)M\(left) \(bottom)L\(right) \(top)"
    }
    return SVGCanvas.path("plot-missing", arms.joined())
  }

  /// A thin outline keeps pale marks apart from a pale page, and dark ones from a dark page.
  private func element(_ points: [PlacedPoint], fill: String, in area: Rectangle) -> Markup {
    let places = Decimation.distinct(points.map { area.point($0.place) })
    return .element(
      "path",
      [
        "class": "plot-value", "d": places.map(mark.path).joined(), "fill": fill,
        "stroke": "currentColor", "stroke-width": "0.8", "stroke-opacity": "0.7",
      ])
  }
}
