import Display
import Plots
import Testing

@Suite struct PlotGridTests {
  private static let pair = [
    Plot.line([1, 2]).titled("left"), Plot.bars(["a": 3, "b": 4]).titled("right"),
  ]

  @Test func `two plots stand side by side, others below each other`() {
    let lines = Plot.grid(Self.pair).titled("Both").text.split(separator: "\n")
    #expect(lines[0] == "Both")
    #expect(lines[1].hasPrefix("left ") && lines[1].hasSuffix(" right"))
    for columns in [1, 3] {
      let plots = Self.pair + Self.pair
      let text = Plot.grid(plots, columns: columns).text
      #expect(text == plots.map(\.text).joined(separator: "\n\n"))
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `every kind of plot fits into a grid`(columns: Int) {
    let grid = Plot.grid(Gallery.plots, columns: columns)
    for line in (grid.text + "\n" + grid.asciiText).split(separator: "\n") {
      #expect(line.terminalWidth <= 80, "\(line)")
    }
    let outline = Outline(of: grid.svg.rendered)
    #expect(outline.isWellFormed)
    #expect(outline.elements.count { $0 == "svg" } == 1)
    #expect(outline.attributes.isDisjoint(with: ["id", "style"]))
    for text in outline.texts {
      #expect(text.left >= -0.01 && text.right <= outline.extent[2] + 0.01, "\(text)")
    }
  }

  @Test func `the text alternative of a grid is that of its plots`() {
    let grid = Plot.grid(Self.pair)
    #expect(grid.alternativeText == Self.pair.map(\.alternativeText).joined(separator: " "))
    #expect(Outline(of: grid.svg.rendered).textAlternative == grid.alternativeText)
  }

  @Test func `shared axes have one range`() {
    let plots = [
      Plot.line([1, 2]), Plot.line([5, 90, 3]).titled("t"), Plot.line([1]).range(y: 0...1),
    ]
    let shared = Plot.grid(plots, sharing: [.y]).plots
    #expect(shared[0].yAxis.range == 0...100 && shared[1].yAxis.range == 0...100)
    #expect(shared[2].yAxis.range == 0...1 && shared[0].xAxis.range == nil)
    #expect(Plot.grid(plots).plots == plots)
    #expect(Plot.grid(plots, sharing: [.x, .y]).plots[1].xAxis.range == 0...3)
  }

  @Test func `a grid displays itself in both forms`() {
    let grid = Plot.grid(Self.pair)
    #expect(representations(of: grid) == Representations(plain: grid.text, svg: grid.svg))
    #expect(Plot.grid([]).text == "" && Outline(of: Plot.grid([]).svg.rendered).isWellFormed)
  }

  @Test func `as many columns as nobody could read are refused`() async {
    await #expect(processExitsWith: .failure) { _ = Plot.grid([], columns: 5) }
  }
}
