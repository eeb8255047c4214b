import Display
import Plots
import Testing

@Suite struct PlotTests {
  @Test func `a plot displays itself as text and as SVG`() {
    let plot = Plot.line([1, 2, 3]).titled("Steps")
    #expect(representations(of: plot) == Representations(plain: plot.text, svg: plot.svg))
  }

  @Test func `floats make the same plots as doubles`() {
    let (x, y): ([Float], [Float]) = ([1, 2], [0.5, 4])
    #expect(Plot.line(x: x, y: y) == .line(x: [1, 2], y: [0.5, 4]))
    #expect(Plot.line(y, startingAt: 0) == .line([0.5, 4], startingAt: 0))
    #expect(Plot.lines(["a": y]) == .lines(["a": [0.5, 4]]))
    #expect(Plot.lines(x: x, ["a": y]) == .lines(x: [1, 2], ["a": [0.5, 4]]))
    #expect(Plot.scatter(x: x, y: y) == .scatter(x: [1, 2], y: [0.5, 4]))
    #expect(Plot.bars(["a": y[0]]) == .bars(["a": 0.5]))
    #expect(Plot.bars(["a", "b"], y) == .bars(["a", "b"], [0.5, 4]))
  }

  @Test func `values start at one unless told otherwise`() {
    let points = [Plot.Point(x: 1, y: 7), Plot.Point(x: 2, y: 8)]
    #expect(Plot.line([7, 8]).content == .series([Plot.Series(points: points)]))
  }

  @Test func `styling changes nothing but what it names`() {
    let plain = Plot.line([1, 2])
    let styled = plain.titled("t").axes(x: "a", y: "b").logarithmic(.y).range(x: 0...4)
      .reference(y: 2, "goal")
    #expect(styled.content == plain.content)
    #expect(styled.title == "t")
    #expect(styled.xAxis.title == "a" && !styled.xAxis.isLogarithmic && styled.xAxis.range == 0...4)
    #expect(styled.yAxis.title == "b" && styled.yAxis.isLogarithmic && styled.yAxis.range == nil)
    #expect(styled.references == [Plot.Reference(direction: .y, value: 2, name: "goal")])
  }

  @Test func `overlaying keeps both`() {
    let plot = Plot.scatter(x: [1], y: [2]).overlaid(with: .line([3, 4]).reference(x: 1, "r"))
    guard case .series(let series) = plot.content else { return }
    #expect(series.map(\.style) == [.points, .line])
    #expect(plot.references.count == 1)
  }
}
