import Plots
import Testing

@Suite struct ContourTests {
  private static func contours(
    at level: Double, of height: (Double, Double) -> Double
  ) -> [[Plot.Point]] {
    let plot = Plot.lines([Plot.Series(x: [0], y: [0])])
    return plot.contours([level], x: -2...2, y: -1...1, of: height).contours[0].lines
  }

  @Test(arguments: [0.2, 0.5, 0.9])
  func `the contours of a cone are circles, closed`(radius: Double) {
    let lines = Self.contours(at: radius) { x, y in (x * x + y * y).squareRoot() }
    #expect(lines.count == 1)
    #expect(lines[0].count > 20)
    #expect(lines[0].first == lines[0].last)
    for point in lines[0] {
      #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - radius) < 0.005)
    }
  }

  @Test func `a line that leaves the area has two ends there`() {
    let lines = Self.contours(at: 0.3) { x, y in x + y }
    #expect(lines.count == 1)
    #expect([lines[0].first, lines[0].last].allSatisfy { abs(abs($0!.y) - 1) < 1e-9 })
    for point in lines[0] { #expect(abs(point.x + point.y - 0.3) < 1e-9) }
  }

  @Test func `at a saddle the two lines do not cross`() {
    for (level, isAbove) in [(0.001, true), (-0.001, false)] {
      let lines = Self.contours(at: level) { x, y in x * y }
      #expect(lines.count == 2)
      for line in lines {
        let isFirstSide = line[0].x > 0
        #expect(line.allSatisfy { ($0.x > 0) == isFirstSide })
        #expect(line.allSatisfy { ($0.x * $0.y > 0) == isAbove })
      }
    }
  }

  @Test func `where there is no height there is no line`() {
    let lines = Self.contours(at: 1) { x, y in x < 0 ? .nan : x + 0 * y }
    #expect(lines.joined().allSatisfy { abs($0.x - 1) < 1e-9 })
    #expect(lines.joined().count > 10)
    #expect(Self.contours(at: 5) { x, y in x + y } == [])
  }

  @Test func `they lie below what is drawn, without an entry in the legend`() {
    let path = Plot.Series("path", x: [-1.5, 0, 1.5], y: [0, 0, 0])
    let plot = Plot.lines([path]).contours([0.5, 0.9], x: -2...2, y: -1...1) { x, y in
      (x * x / 4 + y * y).squareRoot()
    }
    #expect(plot.xAxis.range == -2...2)
    #expect(plot.yAxis.range == -1...1)
    let text = plot.text.split(separator: "\n").map(String.init)
    #expect(text[0] == "● path")
    #expect(plot.text.contains("·"))
    #expect(plot.asciiText.contains("."))
    #expect(text.count { $0.contains("●") } == 2)
    #expect(plot.alternativeText.contains("Contour lines at 0.5, 0.9."))
    let svg = plot.svg.rendered
    // The first line is the legend's sample.
    let lines = svg.ranges(of: "plot-line")
    let map = svg.ranges(of: "plot-contour")
    #expect(lines.count == 2 && map.count == 1)
    #expect(map[0].lowerBound < lines[1].lowerBound)
  }

  @Test func `ranges of one's own stay, and overlaid plots keep both`() {
    let first = Plot.line([1, 2]).range(x: 0...9, y: 0...3)
    let second = Plot.line([2, 1]).contours([1], x: 0...2, y: 0...2) { x, _ in x }
    let both = first.contours([1], x: 0...2, y: 0...2) { _, y in y }.overlaid(with: second)
    #expect(both.xAxis.range == 0...9)
    #expect(both.contours.count == 2)
  }
}
