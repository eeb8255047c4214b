import Foundation
import Plots
import Testing

@Suite struct BoxTests {
  private struct Case {
    let values: [Double]
    let quartiles: [Double]
    let whiskers: ClosedRange<Double>
    var outliers: [Double] = []
  }

  /// Quartiles of Python's `statistics.quantiles(values, n=4, method="inclusive")`, which are those of
  /// `numpy.percentile`.
  private static let cases = [
    Case(values: [1, 2, 3, 4], quartiles: [1.75, 2.5, 3.25], whiskers: 1...4),
    Case(values: [0.5, 3, -2, 7, 7, 1.25], quartiles: [0.6875, 2.125, 6], whiskers: -2...7),
    Case(
      values: [1, 2, 3, 4, 5, 6, 7, 8, 100], quartiles: [3, 5, 7], whiskers: 1...8,
      outliers: [100]),
    Case(values: [2.5], quartiles: [2.5, 2.5, 2.5], whiskers: 2.5...2.5),
    Case(values: [0, 0, 0, 0, 5, -5], quartiles: [0, 0, 0], whiskers: 0...0, outliers: [-5, 5]),
    Case(values: [4, .nan, 2, .infinity], quartiles: [2.5, 3, 3.5], whiskers: 2...4),
  ]

  @Test(arguments: cases.indices)
  func `quartiles are interpolated and whiskers end at values`(index: Int) {
    let expected = Self.cases[index]
    let box = Plot.Box("a", expected.values)
    #expect([box.lowerQuartile, box.median, box.upperQuartile] == expected.quartiles)
    #expect(box.whiskers == expected.whiskers)
    #expect(box.outliers == expected.outliers)
  }

  @Test func `boxes as text`() {
    let plot = Plot.boxes(["small": [1, 2, 3, 4, 5, 20], "one": [10]]).axes(x: "error")
    #expect(
      plot.text == """
        small ┤  ├──▒▒▒▒┃▒▒▒┤                                       ○
          one ┤                          ┃
              └─────────────┬────────────┬─────────────┬────────────┬──
                            5           10            15           20
                                        error
        """)
    #expect(
      plot.alternativeText == """
        Box plot: error: small (median 3.5, quartiles 2.25 and 4.75, whiskers 1 to 5, 1 outlier), \
        one (median 10, quartiles 10 and 10, whiskers 10 to 10).
        """)
  }

  @Test func `groups come from literals, dictionaries, pairs and lists`() {
    let expected = Plot.boxes(["a": [1.0, 2], "b": [3.0]])
    #expect(Plot.boxes(["b": [3], "a": [1, 2]] as [String: [Int]]) == expected)
    #expect(Plot.boxes([("a", [1, 2] as [Float]), ("b", [3])]) == expected)
    #expect(Plot.boxes([1, 2]) == .boxes(["": [1.0, 2]]))
  }

  @Test func `an empty group is refused by name`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Plot.boxes(["full": [1.0], "empty": []])
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Plot.boxes: the group “empty” has no values; leave it out"))
  }
}
