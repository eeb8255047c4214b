import Testing

@testable import Plots

@Suite struct UnitPointTests {
  private static let polygons: [(corners: [(Double, Double)], area: Double)] = [
    // All of the square, a quarter of it at each corner, a triangle's half, nothing.
    ([(-1, -1), (2, -1), (2, 2), (-1, 2)], 1),
    ([(0.5, 0.5), (2, 0.5), (2, 2), (0.5, 2)], 0.25),
    ([(-1, -1), (0.5, -1), (0.5, 0.5), (-1, 0.5)], 0.25),
    ([(0, 0), (2, 0), (0, 2)], 1), ([(0, 0), (1, 0), (0, 1)], 0.5),
    ([(0, 1.5), (1, 1.5), (1, 2)], 0),
  ]

  @Test(arguments: polygons.indices)
  func `a polygon is cut at the edges`(index: Int) {
    let (corners, area) = Self.polygons[index]
    let clipped = UnitPoint.clip(polygon: corners.map { UnitPoint(x: $0.0, y: $0.1) })
    #expect(clipped.allSatisfy { (-1e-12...1 + 1e-12).contains($0.x) })
    #expect(clipped.allSatisfy { (-1e-12...1 + 1e-12).contains($0.y) })
    // The shoelace formula.
    let sum = zip(clipped, clipped.dropFirst() + clipped.prefix(1)).reduce(0) { sum, side in
      sum + side.0.x * side.1.y - side.1.x * side.0.y
    }
    #expect((sum.magnitude / 2 - area).magnitude < 1e-12)
  }

  @Test func `places inside and outside of a polygon`() {
    let triangle = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)].map { UnitPoint(x: $0.0, y: $0.1) }
    #expect(UnitPoint(x: 0.2, y: 0.2).isInside(triangle))
    #expect(!UnitPoint(x: 0.7, y: 0.7).isInside(triangle))
    #expect(!UnitPoint(x: -0.1, y: 0.5).isInside(triangle))
  }
}
