import Display
import Plots
import Testing

@Suite struct PlotTests {
  @Test func `a plot displays itself as text and as SVG`() {
    let plot = Plot.line([1, 2, 3]).titled("Steps")
    #expect(representations(of: plot) == Representations(plain: plot.text, svg: plot.svg))
  }
}
