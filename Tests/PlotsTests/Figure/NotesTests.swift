import Display
import Plots
import Testing

/// What cannot be drawn is said in every form of a plot.
@Suite struct NotesTests {
  private static let cases: [(plot: Plot, note: String)] = [
    (
      Plot.line([1, 500]).logarithmic(.y).range(y: 0...1000),
      "The logarithmic y axis cannot begin at 0; that end of its range fits the data."
    ),
    (
      Plot.line([1, 500]).logarithmic(.y).range(y: -5...0),
      "The logarithmic y axis cannot end at 0; that end of its range fits the data."
    ),
    (
      Plot.line([1, 5]).range(y: -Double.infinity...10),
      "The y axis cannot begin at -inf; that end of its range fits the data."
    ),
    (
      Plot.line([1, 5]).range(x: 2...2),
      "The range of the x axis is the one value 2; it is shown with some room around it."
    ),
    (
      Plot.line([1, 5]).logarithmic(.y).reference(y: 0, "zero"),
      "Not drawn: “zero” at y = 0; a logarithmic axis has no place for it."
    ),
    (
      Plot.line([1, 5]).range(y: 0...10).reference(y: 12, "goal"),
      "Not drawn: “goal” at y = 12; it lies outside the range."
    ),
    (Plot.line([1, 5]).reference(x: .nan, "what"), "Not drawn: “what” at x = NaN."),
    (
      Plot.bars(["a": 1]).reference(y: 1, "one"),
      "Not drawn: “one” at y = 1; the y axis carries the categories."
    ),
    (
      Plot.bars(["a": 1]).range(y: 0...1),
      "The y axis carries the categories: it has no range and no logarithms."
    ),
    (
      Plot.bars(["a": 10, "b": 0]).logarithmic(.x),
      "No bar for “b”: a logarithmic axis has no place for values that are not above 0."
    ),
    (
      Plot.histogram([-1, -0.5, 5], width: 1).logarithmic(.x),
      "The logarithmic x axis has no place for the bins below 0."
    ),
    (
      Plot.lines(["a": [1, 2], "b": [-1, -2]]).logarithmic(.y),
      "No point of “b” can be drawn."
    ),
    (
      Plot.line([-1, -2]).logarithmic(.y),
      "There is nothing to draw: the y axis is logarithmic, which leaves no place for the values. "
        + "Only those above 0 have one."
    ),
    (
      Plot.line([1, 2]).range(x: 0...3).annotated("there", x: 9, y: 1),
      "Not drawn: the remark “there”; the place is not in the plot."
    ),
    (
      Plot.bars(["a": 1]).annotated("here", x: 1, y: 1),
      "Not drawn: the remark “here”; only lines and points carry remarks."
    ),
    (
      Plot.boxes(["a": [-1, 1, 2]]).logarithmic(.x),
      "A logarithmic axis has no place for all values of “a”: only for those above 0."
    ),
  ]

  private func words(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  @Test(arguments: cases.indices)
  func `what cannot be drawn is said`(index: Int) {
    let (plot, note) = Self.cases[index]
    #expect(words(plot.text).hasSuffix(note))
    #expect(plot.alternativeText.contains(note))
    let texts = Outline(of: plot.svg.rendered).texts.map(\.text)
    #expect(words(texts.joined(separator: " ")).hasSuffix(note))
  }

  @Test(arguments: cases.indices)
  func `a reference line that is not drawn has no entry in the legend`(index: Int) {
    let plot = Self.cases[index].plot
    #expect(!plot.text.contains("╌ ") && !plot.text.contains("╎ "))
    #expect(!plot.svg.rendered.contains("plot-reference"))
    #expect(!plot.alternativeText.contains("Reference lines"))
  }

  @Test func `nothing is said where all is drawn`() {
    let plot = Plot.line([1, 5]).logarithmic(.y).range(y: 0.5...10).reference(y: 2, "two")
    #expect(plot.alternativeText.hasSuffix("Reference lines: two at y = 2."))
    #expect(plot.text.hasPrefix("╌ two\n"))
    #expect(!plot.svg.rendered.contains("plot-note"))
  }

  @Test func `the usable end of a range is kept`() {
    let text = Plot.line([1, 500]).logarithmic(.y).range(y: 0...10_000).text
    #expect(text.contains("10,000 ┤"))
    #expect(Plot.line([1, 5]).range(y: -Double.infinity...40).text.contains("40 ┤"))
  }
}
