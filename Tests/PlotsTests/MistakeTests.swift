import Testing

@testable import Plots

/// What a program can get wrong stops it with a message that names the mistake.
struct MistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable () throws -> Void

    init(_ message: String, _ make: @escaping @Sendable () throws -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("Plot.Series(\"loss\"): 2 values of x and 1 of y") {
      _ = Plot.Series("loss", x: [1, 2], y: [1])
    },
    Mistake("Plot.Series(\"\"): 1 labels for 2 points") {
      _ = Plot.scatter(x: [1, 2], y: [1, 2], labels: ["a"])
    },
    Mistake("Plot.bars: 1 categories and 2 values") { _ = Plot.bars(["a"], [1, 2]) },
    Mistake("Plot.errorBars: 1 errors for 2 points") { _ = Plot.line([1, 2], errors: [1]) },
    Mistake("Plot.errorBars: 1 errors for 2 bars") {
      _ = Plot.bars(["a", "b"], [1, 2], errors: [1])
    },
    Mistake("Plot.errorBars: an error of -1.0; it must not be negative") {
      _ = Plot.line([1, 2], errors: [1, -1])
    },
    Mistake("Plot.band: the lower end 2.0 lies above the upper one 1.0") {
      _ = Plot.line([1.5]).band(lower: [2.0], upper: [1.0])
    },
    Mistake("Plot.band: this needs a plot of one series") { _ = Plot.bars(["a"], [1]).band([1.0]) },
    Mistake("Plot.Series.colored(by:): 1 values for 2 points") {
      _ = Plot.Series(points: [.init(x: 1, y: 1), .init(x: 2, y: 1)]).colored(by: [1.0])
    },
    Mistake("Plot.histogram: 0 bins; at least one is needed") {
      _ = Plot.histogram([1.0, 2], bins: 0)
    },
    Mistake("Plot.histogram: 10001 bins; at most 10000 can be drawn") {
      _ = Plot.histogram([1.0, 2], bins: 10_001)
    },
    Mistake("Plot.histogram: 9223372036854775807 bins; at most 10000") {
      _ = Plot.histogram([1.0, 2], bins: .max)
    },
    Mistake("Plot.histogram: a width of -1.0; it must be a positive number") {
      _ = Plot.histogram([1.0, 2], width: -1)
    },
    Mistake("Plot.histogram: a width of 1e-09 makes more than 10000 bins") {
      _ = Plot.histogram([1.0, 2], width: 1e-9)
    },
    Mistake("Plot.histogram: bins cannot start at nan") {
      _ = Plot.histogram([1.0, 2], width: 1, startingAt: .nan)
    },
    Mistake("Plot.heatMap: row 1 has 1 values, row 0 has 2") {
      _ = Plot.heatMap(values: [[1.0, 2], [3]])
    },
    Mistake("Plot.heatMap: 1 names for 2 rows") {
      _ = Plot.heatMap(values: [[1.0], [2]], rows: ["a"])
    },
    Mistake("Plot.heatMap: 1 names for 2 columns") {
      _ = Plot.heatMap(values: [[1.0, 2]], columns: ["a"])
    },
    Mistake("Plot.heatMap: 1 names for 2 rows") {
      var map = Plot.HeatMap(values: [[1], [2]])
      map.rows = ["a"]
      _ = Plot(.heatMap(map))
    },
    Mistake("Plot.heatMap: row 1 has 2 values, row 0 has 1") {
      var plot = Plot.heatMap(values: [[1.0], [2]])
      var map = Plot.HeatMap(values: [[1], [2]])
      map.values = [[1], [2, 3]]
      plot.content = .heatMap(map)
    },
    Mistake("Plot.boxes: the group “a” has no values; leave it out") {
      _ = Plot.boxes(["a": [Double]()])
    },
    Mistake("Plot.colorScale: colours cannot diverge from nan") {
      _ = Plot.heatMap(values: [[1.0]]).colorScale(.diverging(center: .nan))
    },
    Mistake("Plot.logarithmic: which axis? .logarithmic(.y)") {
      _ = Plot.line([1.0]).logarithmic()
    },
    Mistake("Plot.overlaid(with:): only lines and points can share their axes") {
      _ = Plot.line([1.0]).overlaid(with: .bars(["a"], [1]))
    },
    Mistake("Plot.contours: bars and histograms have no surface below them") {
      _ = Plot.bars(["a"], [1]).contours([1], x: 0...1, y: 0...1) { $0 + $1 }
    },
    Mistake("Plot.grid: 5 columns; from 1 to 4 can be read") {
      _ = Plot.grid([.line([1.0])], columns: 5)
    },
    Mistake("Plot.grid: 0 columns; from 1 to 4 can be read") {
      var grid = Plot.grid([.line([1.0])])
      grid.columns = 0
    },
    Mistake("cannot save the plot to a.png: .png is not a form that plots have; use .svg or .txt") {
      try Plot.line([1.0]).save(to: "a.png")
    },
    Mistake("cannot save the plot to /no/such/a.svg: there is no such file or folder") {
      try Plot.line([1.0]).save(to: "/no/such/a.svg")
    },
  ]

  @Test(arguments: mistakes.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      do {
        try MistakeTests.mistakes[index].make()
      } catch {
        // As a program shows an error that nobody catches.
        fatalError("\(error)")
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].testDescription), "\(text.prefix(300))")
  }
}
