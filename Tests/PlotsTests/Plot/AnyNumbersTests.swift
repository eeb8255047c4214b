import Plots
import Testing

/// What a person types: lists of any numbers, slices, ranges, dictionaries, pairs.
@Suite struct AnyNumbersTests {
  private static let ints = [3, 1, 2]
  private static let floats: [Float] = [3, 1, 2]
  private static let doubles: [Double] = [3, 1, 2]

  private static let lines: [(name: String, plot: Plot)] = [
    ("line of Int", .line(ints)), ("line of Float", .line(floats)),
    ("line of a slice", .line([9, 3, 1, 2][1...])), ("lines of one array", .lines(doubles)),
    ("lines of one Float array", .lines(floats)), ("lines of one Int array", .lines(ints)),
    ("line from an Int on", .line(ints, startingAt: ints[1])),
    ("line of x and y", .line(x: 1...3, y: ints)),
    ("x Int, y Float", .line(x: [1, 2, 3], y: floats)),
    ("optional", .line([3, 1, 2] as [Int?])), ("UInt8", .line([3, 1, 2] as [UInt8])),
    ("scatter as a line", .scatter(x: [1, 2, 3], y: ints, style: .line)),
    ("series as a line", .scatter([Plot.Series(x: [1, 2, 3], y: doubles, style: .line)])),
    ("series of y", .lines([Plot.Series(y: floats)])),
  ]

  @Test(arguments: lines.indices)
  func `lines are the same from any numbers`(index: Int) {
    #expect(Self.lines[index].plot == .line([3.0, 1, 2]), "\(Self.lines[index].name)")
  }

  @Test func `a missing value is a gap`() throws {
    let plot = Plot.line([1, nil, 3])
    guard case .series(let series) = plot.content else { return }
    #expect(series[0].points.map(\.y.isNaN) == [false, true, false])
  }

  @Test func `a series keeps the style that it chose`() {
    func styles(_ plot: Plot) -> [Plot.Series.Style] {
      if case .series(let series) = plot.content { series.map(\.style) } else { [] }
    }
    let free = Plot.Series("a", x: Self.ints, y: Self.ints)
    let line = Plot.Series("b", x: Self.ints, y: Self.floats, style: .line)
    let points = Plot.Series("c", points: [Plot.Point(x: 1, y: 1)], style: .points)
    #expect(styles(.scatter([free, line, points])) == [.points, .line, .points])
    #expect(styles(.lines([free, line, points])) == [.line, .line, .points])
    #expect(styles(Plot(.series([free, line, points]))) == [.line, .line, .points])
  }

  private static let bars: [(name: String, plot: Plot)] = [
    ("Int literal", .bars(["a": 1, "b": 2])), ("pairs", .bars([("a", 1), ("b", 2.0)])),
    ("pairs of Int", .bars([("a", 1), ("b", 2)])),
    ("dictionary", .bars(["b": 2, "a": 1] as [String: Int])),
    ("dictionary of Float", .bars(["b": 2, "a": 1] as [String: Float])),
    ("two lists", .bars(["a", "b"], [1, 2])),
    ("two lists, Int", .bars(["a", "b"], [3, 1, 2][1...])),
    ("characters", .bars(Array("ab"), [1, 2])),
  ]

  @Test(arguments: bars.indices)
  func `bars are the same from any collection`(index: Int) {
    #expect(Self.bars[index].plot == .bars(["a": 1.0, "b": 2.0]), "\(Self.bars[index].name)")
  }

  @Test func `keys that are numbers are sorted by their size`() {
    #expect(Plot.bars([10: 1, 9: 2]) == .bars(["9": 2.0, "10": 1.0]))
    #expect(Plot.bars([5, 7]) == .bars(["1": 5.0, "2": 7.0]))
    #expect(Plot.bars([1990, 2000], [1, 2]) == .bars(["1990": 1.0, "2000": 2.0]))
  }

  @Test func `named lines from dictionaries and pairs`() {
    let expected = Plot.lines(["a": [1.0, 2], "b": [3.0]])
    let dictionary: [String: [Int]] = ["b": [3], "a": [1, 2]]
    let pairs: [(String, [Float])] = [("a", [1, 2]), ("b", [3])]
    #expect(Plot.lines(dictionary) == expected)
    #expect(Plot.lines(pairs) == expected)
    #expect(Plot.lines([[1, 2], [3]]) == .lines(["1": [1.0, 2], "2": [3.0]]))
    #expect(Plot.lines(x: 0..<2, ["a": [1, 2]]) == .lines(x: [0.0, 1], ["a": [1.0, 2]]))
  }

  @Test func `histograms, ranges and reference lines of whole numbers`() {
    let (low, high) = (1, 5)
    #expect(Plot.histogram(Self.ints) == .histogram(Self.doubles))
    #expect(Plot.histogram(Self.ints, bins: 2) == .histogram(Self.doubles, bins: 2))
    #expect(Plot.histogram(1...3, width: 1) == .histogram([1.0, 2, 3], width: 1))
    #expect(Plot.line([1]).range(x: low...high) == Plot.line([1]).range(x: 1.0...5.0))
    #expect(Plot.line([1]).reference(y: high, "h") == Plot.line([1]).reference(y: 5.0, "h"))
  }

  @Test func `an overlay brings its titles and ranges where there are none`() {
    let plot = Plot.scatter(x: [1], y: [2]).titled("own")
      .overlaid(
        with: .line([3, 4]).titled("other").axes(x: "step").range(y: 0...9).logarithmic(.x))
    #expect(plot.title == "own" && plot.xAxis.title == "step" && plot.yAxis.range == 0...9)
    #expect(plot.xAxis.isLogarithmic && !plot.yAxis.isLogarithmic)
  }

  @Test func `a map of contours needs no points`() {
    let plot = Plot.scatter([]).contours([1], x: -2...2, y: -2...2) { x, y in x * x + y * y }
    #expect(plot.text.contains("·") && plot.svg.rendered.contains("plot-contour"))
    #expect(plot.alternativeText.contains("Contour lines at 1"))
  }
}
