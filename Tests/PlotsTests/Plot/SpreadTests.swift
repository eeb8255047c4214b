import Foundation
import Plots
import Testing

@Suite struct SpreadTests {
  private func intervals(_ plot: Plot) -> [ClosedRange<Double>?] {
    switch plot.content {
    case .series(let series): series[0].points.map(\.interval)
    case .bars(let bars): bars.map(\.interval)
    default: []
    }
  }

  @Test func `errors become intervals around the values`() {
    let expected: [ClosedRange<Double>?] = [0.5...1.5, nil, 1...5]
    let (values, errors) = ([1, 2, 3], [0.5, .nan, 2])
    #expect(intervals(.line(values, errors: errors)) == expected)
    #expect(intervals(.scatter(x: values, y: values, errors: errors)) == expected)
    #expect(intervals(.bars(["a", "b", "c"], values, errors: errors)) == expected)
    #expect(intervals(.line(values).band(errors)) == expected)
    #expect(
      intervals(.line(values).band(lower: [0, 1, 2], upper: [1, 2, 3])) == [0...1, 1...2, 2...3])
  }

  @Test func `the axis has room for error bars`() {
    #expect(Plot.line([1, 2], errors: [0, 8]).text.contains("10 ┤"))
    #expect(Plot.bars(["a"], [1], errors: [9]).svg.rendered.contains(">10<"))
  }

  @Test func `error bars and bands are drawn in both forms`() {
    let bars = Plot.scatter(x: [1, 2], y: [5, 5], errors: [4, 1])
    let plain = Plot.scatter(x: [1, 2], y: [1, 9])
    #expect(bars.text.count { $0 == "│" } > plain.text.count { $0 == "│" } + 8)
    #expect(bars.svg.rendered.components(separatedBy: "class=\"plot-line").count == 2)
    #expect(bars.alternativeText.hasSuffix("With error bars."))
    let band = Plot.line([1, 2, 3]).band(lower: [0, 0, 0], upper: [4, 4, 4])
    #expect(band.text.contains("░░░░") && band.asciiText.contains("''" + "''"))
    #expect(band.svg.rendered.contains("plot-band"))
    #expect(band.alternativeText.hasSuffix("With a band around the line."))
  }

  /// A band from 0 to 10 over x from 0 to 10, seen through a window in its middle, fills it.
  @Test func `a band is cut at the edges of the area`() {
    let plot = Plot.line(x: [0, 10], y: [5, 5]).band(lower: [0, 0], upper: [10, 10])
      .range(x: 4...6, y: 4...6)
    let rows = plot.text.split(separator: "\n").filter { $0.contains("░") }
    #expect(rows.count == 14)
    #expect(rows.allSatisfy { row in row.count { $0 == "░" } >= 60 })
    #expect(Outline(of: plot.svg.rendered).isWellFormed)
  }

  @Test func `a gap in the ends is a gap in the band`() {
    let plot = Plot.line([1, 1, 1, 1, 1]).band(lower: [0, 0, .nan, 0, 0], upper: [2, 2, 2, 2, 2])
    let path = plot.svg.rendered.components(separatedBy: "plot-band")[1].prefix { $0 != ">" }
    #expect(path.count { $0 == "Z" } == 2)
  }

  @Test func `colours by value`() {
    let plot = Plot.scatter(x: [1, 2, 3], y: [1, 2, 3], colorBy: [0, nil, 10])
      .colorScale(title: "year")
    #expect(plot.text.contains("░") && plot.text.contains("×"))
    #expect(plot.text.hasSuffix("year:  ░ 0 to 2.5  ▒ 2.5 to 5  ▓ 5 to 7.5  █ 7.5 to 10"))
    let svg = plot.svg.rendered
    #expect(svg.contains("#440154") && svg.contains("#fde725") && svg.contains("plot-missing"))
    #expect(plot.alternativeText.contains("Colours show values (year) from 0 to 10."))
  }

  @Test func `remarks are written beside their points, or at the tail of an arrow`() {
    let plot = Plot.line((0..<30).map { Double($0 * $0) }).annotated("half", x: 15, y: 196)
      .annotated("end", x: 30, y: 841, arrowFrom: (x: 10, y: 700))
    #expect(plot.text.contains("half") && plot.text.contains("end ···"))
    #expect(plot.text.contains("→") && plot.asciiText.contains(">"))
    let texts = Outline(of: plot.svg.rendered).texts.map(\.text)
    #expect(texts.contains("half") && texts.contains("end"))
    #expect(plot.svg.rendered.contains("plot-arrow-head"))
    #expect(plot.alternativeText.contains("Remarks: “half” at x = 15, y = 196, “end” at x = 30"))
  }

  @Test func `wrong errors are refused by name`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Plot.line([1, 2], errors: [1, -1])
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Plot.errorBars: an error of -1.0; it must not be negative"))
    await #expect(processExitsWith: .failure) { _ = Plot.line([1, 2], errors: [1]) }
    await #expect(processExitsWith: .failure) {
      _ = Plot.line([1]).band(lower: [2], upper: [1])
    }
    await #expect(processExitsWith: .failure) { _ = Plot.lines(["a": [1], "b": [2]]).band([1]) }
  }
}
