/// Finds the lines on which a function of two variables has one height: marching squares on a
/// regular grid, the crossing on an edge by linear interpolation. (W. E. Lorensen and
/// H. E. Cline, *Marching cubes*, SIGGRAPH 1987, in the plane.)
struct ContourTracer {
  /// Squares along each side.
  private static let squares = 64

  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  /// At the corners of the squares, rows from the bottom.
  private let heights: [[Double]]

  init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, of height: (_ x: Double, _ y: Double) -> Double
  ) {
    self.x = x
    self.y = y
    heights = (0...ContourTracer.squares).map { row in
      (0...ContourTracer.squares).map { column in
        height(ContourTracer.step(column, x), ContourTracer.step(row, y))
      }
    }
  }

  /// The lines at `level`, each from end to end, closed ones back to their first point. A square
  /// with a corner that is not a number is left out.
  func lines(at level: Double) -> [[Plot.Point]] {
    var neighbours: [Edge: [Edge]] = [:]
    for row in 0..<ContourTracer.squares {
      for column in 0..<ContourTracer.squares {
        for (first, second) in segments(inSquare: column, row, level) {
          neighbours[first, default: []].append(second)
          neighbours[second, default: []].append(first)
        }
      }
    }
    let edges = neighbours.keys.sorted()
    // Lines that end at the border first; what then remains is closed.
    let starts = edges.filter { neighbours[$0]?.count == 1 } + edges
    var seen: Set<Edge> = []
    return starts.compactMap { start in
      seen.contains(start)
        ? nil : walk(from: start, neighbours, &seen).map { crossing($0, level) }
    }
  }

  /// A side of a square: from a corner to the next one on its right or above it.
  private struct Edge: Hashable, Comparable {
    var row: Int, column: Int
    var isUpright: Bool

    static func < (left: Edge, right: Edge) -> Bool {
      (left.row, left.column, left.isUpright ? 1 : 0)
        < (right.row, right.column, right.isUpright ? 1 : 0)
    }
  }

  private static func step(_ index: Int, _ range: ClosedRange<Double>) -> Double {
    let part = Double(index) / Double(squares)
    return range.lowerBound * (1 - part) + range.upperBound * part
  }

  /// The pairs of sides between which the line crosses a square.
  private func segments(inSquare column: Int, _ row: Int, _ level: Double) -> [(Edge, Edge)] {
    let corners = [
      heights[row][column], heights[row][column + 1], heights[row + 1][column + 1],
      heights[row + 1][column],
    ]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let isAbove = corners.map { $0 >= level }
    let sides = [
      Edge(row: row, column: column, isUpright: false),
      Edge(row: row, column: column + 1, isUpright: true),
      Edge(row: row + 1, column: column, isUpright: false),
      Edge(row: row, column: column, isUpright: true),
    ]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map { sides[$0] }
    if crossed.count == 2 { return [(crossed[0], crossed[1])] }
    guard crossed.count == 4 else { return [] }
    // A saddle: the middle belongs together with the corners on its side of the level.
    let middleIsAbove = corners.reduce(0, +) / 4 >= level
    return middleIsAbove == isAbove[0]
      ? [(crossed[0], crossed[1]), (crossed[2], crossed[3])]
      : [(crossed[3], crossed[0]), (crossed[1], crossed[2])]
  }

  private func walk(
    from start: Edge, _ neighbours: [Edge: [Edge]], _ seen: inout Set<Edge>
  ) -> [Edge] {
    var line = [start]
    seen.insert(start)
    while let next = neighbours[line[line.count - 1]]?.first(where: { !seen.contains($0) }) {
      seen.insert(next)
      line.append(next)
    }
    let isClosed = line.count > 2 && neighbours[line[line.count - 1]]?.contains(start) == true
    return isClosed ? line + [start] : line
  }

  private func crossing(_ edge: Edge, _ level: Double) -> Plot.Point {
    let (column, row) = edge.isUpright ? (edge.column, edge.row + 1) : (edge.column + 1, edge.row)
    let (from, to) = (heights[edge.row][edge.column], heights[row][column])
    let part = (level - from) / (to - from)
    func between(_ first: Int, _ last: Int, _ range: ClosedRange<Double>) -> Double {
      let (start, end) = (ContourTracer.step(first, range), ContourTracer.step(last, range))
      return start + part * (end - start)
    }
    return Plot.Point(x: between(edge.column, column, x), y: between(edge.row, row, y))
  }
}
