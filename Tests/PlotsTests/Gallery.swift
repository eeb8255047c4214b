import Plots

/// One plot of each kind and of each difficulty, for tests that hold for all.
enum Gallery {
  static let hostile = "</text></svg><script>alert('1')</script> & \"quotes\" \u{1B}[31m\u{0}"

  static let plots: [Plot] =
    [
      Plot.lines(["training": [1.3, 0.9, 0.7, 0.6], "validation": [1.32, 1.0, 0.9, 0.85]])
        .titled("Error").axes(x: "epoch", y: "error").reference(y: 0.78, "goal"),
      Plot.line(many).titled("A long curve"),
      Plot.lines(["a": many, "b": many.reversed()]).logarithmic(.x).reference(x: 90, "here"),
      Plot.scatter(x: many, y: many.reversed()).titled("Cloud"),
      Plot.scatter(
        x: [1, 2, 2, 2], y: [1, 2, 2, 2], labels: ["Amélie", "千と千尋", "Alien", hostile]),
      crowdOfNames,
      Plot.scatter([Plot.Series("p", x: [1], y: [2]), Plot.Series("q", x: [3], y: [1])]),
      Plot.bars(["gain": 3, "loss": -2, "nothing": 0, "unknown": .nan]).axes(x: "change"),
      Plot.bars([hostile: 1e300, String(repeating: "long ", count: 40): 1e-300]),
      Plot.histogram(many).axes(x: "value", y: "count"),
      Plot.histogram([1, 2, 2], width: 1), Plot.histogram([]), Plot.bars([], [Double]()),
      Plot.lines([]), Plot.line([]), Plot.line([5]), Plot.line([3, 3, 3]),
      Plot.line([1, 2, .nan, 4, .infinity, 6]), Plot.line([-1, -2]).logarithmic(.y),
      Plot.line([1e-300, 1, 1e300]), Plot.line([1e-300, 1, 1e300]).logarithmic(.y),
      Plot.line([1, 2, 3]).range(x: 1.5...2.5, y: 1.6...1.9), Plot.line([1, 2]).range(y: 5...6),
      Plot.lines([hostile: [1, 2]]).titled(hostile).axes(x: hostile, y: hostile)
        .reference(y: 1, hostile),
      Plot.line([1, 2]).range(x: 1...1, y: 0...Double.infinity).reference(y: .nan, hostile),
    ] + newerKinds + [
      Plot.line([1, 2]).titled(String(repeating: "unbroken", count: 30))
    ]

  private static let newerKinds: [Plot] = [
    Plot.heatMap(
      values: [[1, nil, -3], [0.5, 2, 4]], rows: ["Amélie", hostile],
      columns: ["千と千尋", String(repeating: "long ", count: 9), "c"]
    ).titled(hostile).axes(x: hostile, y: "y").colorScale(.diverging(center: 0), title: hostile),
    Plot.heatMap(values: (0..<70).map { row in (0..<130).map { Double(row * $0) } }),
    Plot.heatMap(values: [[1e300, 1e-300, -1e300]]), Plot.heatMap(values: [[7]]),
    Plot.boxes([hostile: many, "one": [5], String(repeating: "long ", count: 20): [1, 2, 90]])
      .axes(x: hostile, y: "group").reference(x: 40, hostile),
    Plot.boxes(["a": [1e300, -1e300, 0]]), Plot.boxes(["a": [1, 10, 100]]).logarithmic(.x),
    Plot.line([1, 2, 3], errors: [0.5, 9, .nan]).logarithmic(.y),
    Plot.lines([
      Plot.Series("a", y: many).band(many), Plot.Series("b", y: [1, 2]).errorBars([1, 2]),
    ]),
    Plot.bars(["a", hostile], [3, -2], errors: [1, 4]).reference(x: -5, hostile),
    Plot.scatter(x: many, y: many.reversed(), colorBy: many).colorScale(title: hostile),
    Plot.line([1, 4, 9]).annotated(hostile, x: 2, y: 4).annotated("千と千尋", x: 1, y: 9)
      .annotated(hostile, x: 3, y: 1, arrowFrom: (x: 1, y: 9)).annotated("out", x: 3, y: 4),
    Plot.histogram([0.1, 0.2], width: 1.0 / 3).reference(x: 0.15, hostile).reference(y: 1, hostile),
  ]

  /// Fifty points with a name each, closer together in the middle.
  static let crowdOfNames: Plot = {
    func coordinate(_ index: Int, _ step: Int) -> Double {
      let place = index * step % 101 - 50
      return Double(place * (index + 10)) / 60
    }
    let x = (0..<50).map { coordinate($0, 37) }
    let y = (0..<50).map { coordinate($0, 53) }
    return Plot.scatter(x: x, y: y, labels: (0..<50).map { "name \($0 * 7919)" })
  }()

  private static let many = (0..<3_000).map { Double(($0 * 7919) % 3_001) / 30 }
}
