import Testing

@testable import Plots

@Suite struct BarFiguresTests {
  private static let cases: [(values: [Double], texts: String)] = [
    ([123456.7, 12345678.9], "123,456.7 | 12,345,678.9"),
    ([1e-7], "1e-07"), ([1e-7, 2.5e-7], "1e-07 | 2.5e-07"),
    ([1e12], "1,000,000,000,000"), ([1e12, 0.5], "1,000,000,000,000.0 | 0.5"),
    ([1e-7, 1e12], "1e-07 | 1,000,000,000,000"), ([1e300, 1e-300], "1e+300 | 1e-300"),
    ([0.8621], "0.8621"), ([1234.5, 2.25], "1,234.50 | 2.25"), ([1000, 0.5], "1,000.0 | 0.5"),
    ([12345678.912345678], "12,345,679"), ([1234.5678912, 2.5432198], "1,234.6 | 2.5"),
    ([0.00012345], "0.00012345"), ([-123456.7, 3], "-123,456.7 | 3.0"),
    // As before: about four digits of what a calculation gives.
    ([0.94312345678, 0.5, 0.0021234567], "0.943 | 0.500 | 0.002"),
    ([17.0123456789, 3.18765432], "17.01 | 3.19"), ([3, 1_000_209], "3 | 1,000,209"),
    ([0.5, 2], "0.500 | 2.000"), ([.nan, 1.5, .infinity], "NaN | 1.500 | inf"),
    ([0, -0.0], "0 | 0"),
  ]

  @Test(arguments: cases)
  func `figures keep the digits of the values`(values: [Double], texts: String) {
    #expect(BarFigures(values).texts.joined(separator: " | ") == texts)
  }

  @Test func `a float of few digits is written as one`() {
    #expect(BarFigures([Double(Float(0.8621)), 1]).texts == ["0.8621", "1.0000"])
  }

  @Test func `errors are written with the decimals of the values`() {
    let bars = [
      Plot.Bar("a", 0.943, interval: 0.93...0.956), Plot.Bar("b", 1, interval: 0.5...1.1),
      Plot.Bar("c", 2),
    ]
    #expect(BarFigures.texts(of: bars) == ["0.943 ± 0.013", "1.000 (0.500 to 1.100)", "2.000"])
  }
}
