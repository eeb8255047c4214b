import Testing

@testable import Plots

@Suite struct AxisTests {
  private func axis(
    _ values: [Double], _ fit: Axis.Fit = .tight, logarithmic: Bool = false,
    range: ClosedRange<Double>? = nil
  ) -> Axis {
    var options = Plot.AxisOptions()
    options.isLogarithmic = logarithmic
    options.range = range
    return Axis(options, fitting: values, fit, tickCount: 5)
  }

  private func labels(_ axis: Axis) -> String {
    axis.ticks.map(\.label).joined(separator: " ")
  }

  private static let roundTicks: [(values: [Double], labels: String)] = [
    ([1, 5], "1 2 3 4 5"),
    ([1, 3], "1 2 3"),
    ([0, 0.3], "0 0.1 0.2 0.3"),
    ([-0.3, 0.3], "-0.2 0 0.2"),
    ([0.78, 1.32], "0.8 1.0 1.2"),
    ([0, 100_000], "0 20,000 40,000 60,000 80,000 100,000"),
    ([1995, 2018], "1995 2000 2005 2010 2015"),
    ([0, 5e9], "0 1e9 2e9 3e9 4e9 5e9"),
    ([0, 1.2e-8], "0 5e-9 1e-8"),
  ]

  @Test(arguments: roundTicks)
  func `ticks are round numbers`(values: [Double], expected: String) {
    #expect(labels(axis(values)) == expected)
  }

  @Test func `ticks are the decimal fractions themselves`() {
    #expect(axis([0, 0.5]).ticks.map(\.value) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
  }

  private static let fits: [(fit: Axis.Fit, values: [Double], interval: Interval)] = [
    (.tight, [2, 9], Interval(2, 9)),
    (.round, [2, 9], Interval(0, 10)),
    (.round, [4, 9], Interval(4, 9)),
    (.round, [0.5, 1.3], Interval(0.4, 1.4)),
    (.fromZero, [4, 9], Interval(0, 10)),
    (.fromZero, [-3, -1], Interval(-3, 0)),
    (.fromZero, [0, 0], Interval(0, 1)),
    (.roomy, [0, 100], Interval(-4, 104)),
    (.tight, [5, 5], Interval(4, 6)),
    (.tight, [], Interval(0, 1)),
    (.tight, [0, 0], Interval(-1, 1)),
    (.tight, [.nan, 3, .infinity, 4], Interval(3, 4)),
  ]

  @Test(arguments: fits)
  func `ranges follow from the data`(fit: Axis.Fit, values: [Double], expected: Interval) {
    #expect(axis(values, fit).scale.interval == expected)
  }

  private static let logarithmicTicks: [(values: [Double], labels: String)] = [
    ([1e-6, 1], "1e-6 1e-4 0.01 1"),
    ([1e-5, 0.1], "1e-5 1e-4 1e-3 0.01 0.1"),
    ([1, 100], "1 2 5 10 20 50 100"),
    ([10, 100_000], "10 100 1,000 10,000 100,000"), ([100, 1e8], "100 1e4 1e6 1e8"),
    ([100, 5000], "100 200 500 1000 2000 5000"), ([1000, 2e6], "1000 1e4 1e5 1e6"),
    ([1e-300, 1e300], "1e-200 1 1e200"),
    ([0.8, 1.3], "0.8 0.9 1.0 1.1 1.2 1.3"),
  ]

  @Test(arguments: logarithmicTicks)
  func `logarithmic ticks`(values: [Double], expected: String) {
    #expect(labels(axis(values, logarithmic: true)) == expected)
  }

  private static let odd: [[Double]] = [
    [.leastNonzeroMagnitude, 0], [1e-300, 2e-300], [-3e307, 3e307], [1, 1 + 1e-15], [1e300],
    [-.leastNonzeroMagnitude], [0.1, 0.1 + 1e-11], [123_456_789.01, 123_456_789.02], [-1, 0],
    [-8e306, -7.9e306], [1e15, 1e15 + 8], [], [.nan], [-5, 7], [8e306, 1],
  ]

  @Test(arguments: odd)
  func `any data has a few ticks, in order, inside`(values: [Double]) {
    for fit in [Axis.Fit.tight, .round, .roomy, .fromZero] {
      let axis = axis(values, fit)
      let ticks = axis.ticks.map(\.value)
      #expect((1...9).contains(ticks.count))
      #expect(ticks == ticks.sorted())
      #expect(Set(axis.ticks.map(\.label)).count == ticks.count)
      for tick in ticks { #expect(isInside(tick, axis)) }
    }
  }

  @Test(arguments: odd)
  func `a logarithmic axis is positive whatever the data`(values: [Double]) {
    for fit in [Axis.Fit.tight, .round, .roomy] {
      let axis = axis(values, fit, logarithmic: true)
      #expect(axis.scale.interval.lower > 0)
      #expect(axis.scale.interval.upper > axis.scale.interval.lower)
      for tick in axis.ticks { #expect(isInside(tick.value, axis)) }
    }
  }

  private func isInside(_ value: Double, _ axis: Axis) -> Bool {
    guard let position = axis.scale.position(of: value) else { return false }
    return position > -1e-6 && position < 1 + 1e-6
  }

  @Test func `a fixed range is kept, a useless end of it is not`() {
    #expect(labels(axis([100], range: 0...1)) == "0 1")
    #expect(labels(axis([0.5], range: 0...1)) == "0 0.2 0.4 0.6 0.8 1.0")
    #expect(labels(axis([1, 4], range: 0...Double.infinity)) == "0 1 2 3 4")
    #expect(labels(axis([1, 10], logarithmic: true, range: -1...100)) == "1 2 5 10 20 50 100")
  }
}
