import Foundation
import Testing

@testable import Plots

@Suite struct HeatMapTests {
  @Test func `a confusion matrix as text`() {
    let plot = Plot.heatMap(
      values: [[50, 2], [4, 40]], rows: ["cat", "dog"], columns: ["cat", "dog"]
    ).titled("Confusion").axes(x: "predicted", y: "actual").colorScale(title: "pictures")
    #expect(
      plot.text == """
        Confusion

        actual → predicted
             cat   dog
        cat │█ 50  ░  2
        dog │░  4  █ 40
        pictures:  ░ 2 to 14  ▒ 14 to 26  ▓ 26 to 38  █ 38 to 50
        """)
    #expect(
      plot.asciiText == """
        Confusion

        actual -> predicted
             cat   dog
        cat |# 50  .  2
        dog |.  4  # 40
        pictures:  . 2 to 14  + 14 to 26  % 26 to 38  # 38 to 50
        """)
    #expect(
      plot.alternativeText == """
        Heat map “Confusion”: actual by predicted: 2 rows (cat, dog), 2 columns (cat, dog); \
        values (pictures) from 2 to 50; the highest at cat, cat.
        """)
  }

  @Test func `what is missing is blank`() {
    let values: [[Double?]] = [[4, nil], [.nan, 1]]
    let plot = Plot.heatMap(values: values)
    #expect(plot.text.hasPrefix(" │█ 4\n │     ░ 1\n"))
    #expect(plot.alternativeText.contains("2 blank"))
    let texts = Outline(of: plot.svg.rendered).texts.map(\.text)
    #expect(Array(texts.prefix(2)) == ["4", "1"])
    #expect(Plot.heatMap(values: [[Double.nan]]).text == "(no data)")
    #expect(Plot.heatMap(values: [[Double]]()).text == "(no data)")
  }

  @Test func `colours diverge from the value that was named`() {
    let plot = Plot.heatMap(values: [[1.0, 3, 9]]).colorScale(.diverging(center: 3))
    // As far below 3 as above it: from -3 to 9.
    #expect(plot.text.hasPrefix(" │▒ 1  ▓ 3  █ 9\n"))
    #expect(plot.text.hasSuffix("░ -3 to 0  ▒ 0 to 3  ▓ 3 to 6  █ 6 to 9"))
    #expect(plot.svg.rendered.contains("fill=\"#a85000\""))
  }

  @Test func `a range of the colours holds for values outside`() {
    let plot = Plot.heatMap(values: [[-5.0, 0.5, 7]]).colorScale(range: 0...1)
    #expect(plot.text.hasPrefix(" │░ -5.0  ▓  0.5  █  7.0\n"))
    #expect(plot.text.hasSuffix("░ 0 to 0.25  ▒ 0.25 to 0.5  ▓ 0.5 to 0.75  █ 0.75 to 1"))
  }

  @Test func `a map larger than the page is averaged in blocks`() {
    let values = (0..<300).map { row in (0..<500).map { column in Double(row + column) } }
    let plot = Plot.heatMap(values: values)
    let lines = plot.text.split(separator: "\n")
    #expect(lines.count == 62)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.last == "Each cell is the mean of a block of 5 × 7 values.")
    #expect(plot.svg.rendered.utf8.count < 400_000)
    #expect(plot.svg.rendered.contains("Each cell is the mean of a block of 3 × 5 values."))
  }

  @Test func `a block is the mean of the values that it has`() {
    let map = Plot.HeatMap(values: [[1, 3, 5], [5, .nan, 9], [.nan, .nan, 2]])
    let (averaged, block) = map.averaged(rows: 2, columns: 2)
    #expect(block == (2, 2))
    #expect(averaged.values[0] == [3, 7] && averaged.values[1][1] == 2)
    #expect(averaged.values[1][0].isNaN)
  }

  @Test func `names that are wider than their columns run downwards`() {
    let names = (0..<20).map { "name\($0)" }
    let values = (0..<20).map { row in (0..<20).map { Double(row * $0) + 0.5 } }
    let plot = Plot.heatMap(values: values, rows: names, columns: names)
    let lines = plot.text.split(separator: "\n")
    #expect(lines[1].contains("n  n") && lines.allSatisfy { $0.count <= 80 })
    #expect(plot.svg.rendered.contains("rotate(-90"))
  }

  @Test func `lists of different lengths are refused by name`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Plot.heatMap(values: [[1, 2], [3]])
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Plot.heatMap: row 1 has 1 values, row 0 has 2"))
    await #expect(processExitsWith: .failure) {
      _ = Plot.heatMap(values: [[1, 2]], columns: ["a"])
    }
  }
}
