/// A place in the drawing area: x from 0 at the left to 1, y from 0 at the bottom to 1.
struct UnitPoint: Equatable {
  var x: Double
  var y: Double

  var isInside: Bool { (0...1).contains(x) && (0...1).contains(y) }

  /// Whether the place lies inside a polygon: a ray to the right crosses its sides an odd number of
  /// times.
  func isInside(_ polygon: [UnitPoint]) -> Bool {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1)).count { start, end in
      (start.y > y) != (end.y > y)
        && x < start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x)
    } % 2 == 1
  }

  /// The part of a polygon that lies inside the area (Sutherland and Hodgman, 1974).
  static func clip(polygon: [UnitPoint]) -> [UnitPoint] {
    let borders: [(UnitPoint) -> Double] = [{ $0.x }, { 1 - $0.x }, { $0.y }, { 1 - $0.y }]
    return borders.reduce(polygon) { corners, depth in
      zip(corners, corners.dropFirst() + corners.prefix(1)).flatMap { start, end in
        let (from, to) = (depth(start), depth(end))
        let kept = from >= 0 ? [start] : []
        if (from < 0) == (to < 0) { return kept }
        let part = from / (from - to)
        return kept + [
          UnitPoint(x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
        ]
      }
    }
  }

  /// The part of the straight line from `start` to `end` that lies inside the area (Liang and
  /// Barsky, 1984), nil when none does.
  static func clip(_ start: UnitPoint, _ end: UnitPoint) -> (UnitPoint, UnitPoint)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    for (step, room) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        enter = max(enter, room / step)
      } else {
        leave = min(leave, room / step)
      }
    }
    if enter > leave { return nil }
    let point = { (part: Double) in UnitPoint(x: start.x + part * dx, y: start.y + part * dy) }
    return (enter == 0 ? start : point(enter), leave == 1 ? end : point(leave))
  }
}
