import Plots
import Testing

@Suite struct AlternativeTextTests {
  @Test func `lines are told by their course`() {
    let plot = Plot.lines(["training": [1.3, 0.5], "validation": [1.32, 1.32]]).titled("Error")
      .axes(x: "epoch", y: "error (stars)").reference(y: 0.78, "goal")
    #expect(
      plot.alternativeText == """
        Line plot “Error”: x (epoch) from 1 to 2, y (error (stars)) from 0.5 to 1.32. Series: \
        training (falls from 1.3 to 0.5), validation (starts and ends at 1.32). \
        Reference lines: goal at y = 0.78.
        """)
  }

  @Test func `what a logarithmic axis cannot show is not told`() {
    #expect(
      Plot.line([-1, 10, 1e6]).logarithmic(.y).alternativeText == """
        Line plot: x from 2 to 3, y from 10 to 1,000,000 on a logarithmic scale. \
        Rises from 10 to 1,000,000.
        """)
  }

  @Test func `points are counted and named`() {
    let plot = Plot.scatter(x: [1, 2], y: [3, .nan], labels: ["Alien", "Heat"])
    #expect(plot.alternativeText == "Scatter plot: x at 1, y at 3. One point. Labelled: Alien.")
  }

  @Test func `bars are told with their figures`() {
    let plot = Plot.bars(["a": 0.5, "b": 2]).titled("B").axes(x: "error")
    #expect(plot.alternativeText == "Bar chart “B”: error: a 0.500, b 2.000.")
  }

  @Test func `a histogram is told by its fullest bin`() {
    let plot = Plot.histogram([0.5, 1.5, 1.5], width: 1).axes(x: "rating")
    #expect(
      plot.alternativeText == """
        Histogram: x (rating) from 0 to 2, 3 values in 2 bins; the fullest is 1 – 2 with 2.
        """)
  }

  @Test func `nothing to be seen is said`() {
    #expect(Plot.line([]).titled("N").alternativeText == "Line plot “N”: no data.")
    #expect(
      Plot.line([-1]).logarithmic(.y).alternativeText == """
        Line plot: no data. There is nothing to draw: the y axis is logarithmic, which leaves no \
        place for the values. Only those above 0 have one.
        """)
  }

  @Test(arguments: [
    ([123456.7, 123458.9], "Rises from 123,456.7 to 123,458.9."),
    ([12345678.9, 1e12], "Rises from 12,345,678.9 to 1,000,000,000,000."),
    ([0.12345, 0.12349], "Rises from 0.12345 to 0.12349."),
    ([1e-7, 2e-7], "Rises from 1e-07 to 2e-07."),
    ([1234.5, 2], "Falls from 1234.5 to 2."), ([0.5231, 0.9], "Rises from 0.523 to 0.9."),
  ])
  func `figures keep what is in front of the point and what tells the ends apart`(
    values: [Double], course: String
  ) {
    #expect(Plot.line(values).alternativeText.hasSuffix(course))
  }
}
