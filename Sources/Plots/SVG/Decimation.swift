/// Leaves out what nobody could see, so that a curve of a million steps stays a small drawing.
enum Decimation {
  /// Above so many points a line is thinned.
  private static let most = 1_000

  /// A line through the first, lowest, highest and last point of each column one unit wide.
  static func thin(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    if points.count <= most { return points }
    var thinned: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      let column = points[start].x.rounded(.down)
      var end = start + 1
      while end < points.count && points[end].x.rounded(.down) == column { end += 1 }
      let indices = start..<end
      let lowest = indices.min { points[$0].y < points[$1].y } ?? start
      let highest = indices.max { points[$0].y < points[$1].y } ?? start
      let kept = [start, min(lowest, highest), max(lowest, highest), end - 1]
      for (position, index) in kept.enumerated() where position == 0 || index != kept[position - 1]
      {
        thinned.append(points[index])
      }
      start = end
    }
    return thinned
  }

  /// The points without those that would cover another to half a unit, in their order.
  static func distinct(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    if points.count <= most { return points }
    var seen: Set<[Int]> = []
    return points.filter {
      seen.insert([Int(($0.x * 2).rounded()), Int(($0.y * 2).rounded())]).inserted
    }
  }
}
