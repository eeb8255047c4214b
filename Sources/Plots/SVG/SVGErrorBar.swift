import Display

/// Draws error bars: lines with caps.
enum SVGErrorBar {
  /// Half the width of a cap.
  private static let cap = 4.0

  static func upright(
    at place: UnitPoint, _ ends: (lower: Double, upper: Double), in area: Rectangle
  ) -> String {
    let (x, bottom) = area.point(UnitPoint(x: place.x, y: ends.lower))
    let top = area.point(UnitPoint(x: place.x, y: ends.upper)).y
    let (left, right) = ((x - cap).svg, (x + cap).svg)
    return "M\(x.svg) \(bottom.svg)V\(top.svg)M\(left) \(bottom.svg)H\(right)"
      + "M\(left) \(top.svg)H\(right)"
  }

  static func lying(from left: Double, to right: Double, y: Double) -> String {
    let (top, bottom) = ((y - cap).svg, (y + cap).svg)
    return "M\(left.svg) \(y.svg)H\(right.svg)M\(left.svg) \(top)V\(bottom)"
      + "M\(right.svg) \(top)V\(bottom)"
  }

  static func element(_ path: String, _ mark: SVGMark) -> Markup {
    .element(
      "path",
      [
        "class": "plot-line \(mark.colorClass)", "d": path, "fill": "none", "stroke": mark.color,
        "stroke-width": "1.4",
      ])
  }
}
