/// The shape and the colour that belong to a series.
struct SVGMark {
  let index: Int
  /// Half the width of the mark.
  var radius = SVGMark.standardRadius

  /// The class that carries the colour; see ``Plot/css``.
  var colorClass: String { "plot-\(index % SVGMark.colors.count + 1)" }

  /// The colour for a viewer without the style sheet; at least 3:1 on white.
  var color: String { SVGMark.colors[index % SVGMark.colors.count] }

  /// Dashes tell lines apart for those who do not see the colours.
  var dashes: String? { SVGMark.dashes[index % SVGMark.dashes.count] }

  static let colors = ["#3b62c8", "#c8472f", "#2c8a4b", "#9a5fc0", "#a9720a", "#2a8c94"]
  private static let dashes: [String?] = [nil, "7 4", "2 4", "9 4 2 4", "12 3", "5 2 2 2 2 2"]

  static let standardRadius = 4.0
  /// In a crowd.
  static let smallRadius = 2.0

  /// The mark's outline around a point.
  func path(at point: (x: Double, y: Double)) -> String {
    let (x, y, r) = (point.x, point.y, radius)
    func polygon(_ corners: [(Double, Double)]) -> String {
      "M" + corners.map { "\((x + $0.0 * r).svg) \((y + $0.1 * r).svg)" }.joined(separator: "L")
        + "Z"
    }
    switch index % 6 {
    case 0:
      let arc = "a\(r.svg) \(r.svg) 0 1 0"
      return "M\((x - r).svg) \(y.svg)\(arc) \((2 * r).svg) 0\(arc) \((-2 * r).svg) 0Z"
    case 1: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case 2: return polygon([(0, -1.2), (1.1, 0.8), (-1.1, 0.8)])
    case 3: return polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
    case 4: return polygon([(0, 1.2), (1.1, -0.8), (-1.1, -0.8)])
    default:
      return polygon([
        (-1.2, -0.4), (-0.4, -0.4), (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4),
        (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4),
      ])
    }
  }
}
