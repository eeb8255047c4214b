import Foundation
import Plots
import Testing

@Suite struct HistogramTests {
  private func bins(_ plot: Plot) -> [Plot.Bin] {
    if case .histogram(let bins) = plot.content { bins } else { [] }
  }

  @Test func `an edge belongs to the bin above it, the last edge to the last bin`() {
    let plot = Plot.histogram([0, 1, 1, 2, 3, 4], bins: 4)
    #expect(bins(plot).map(\.count) == [1, 2, 1, 2])
    #expect(bins(plot).map(\.lower) == [0, 1, 2, 3])
    #expect(bins(plot).last?.upper == 4)
  }

  @Test func `bins of a given width start where they are told to`() {
    let plot = Plot.histogram([0.5, 1, 1, 5], width: 0.5, startingAt: 0.25)
    #expect(bins(plot).count == 10)
    #expect(bins(plot).first == Plot.Bin(lower: 0.25, upper: 0.75, count: 1))
    #expect(bins(plot).map(\.count) == [1, 2, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test(arguments: [1, 10, 1_000, 20_000])
  func `bins chosen by themselves are round and hold every value`(count: Int) {
    let values = (0..<count).map { Double(($0 * 7919) % 1_000) / 1_000 - 0.5 }
    let bins = bins(.histogram(values))
    #expect(bins.reduce(0) { $0 + $1.count } == count)
    #expect((1...60).contains(bins.count))
    #expect(zip(bins, bins.dropFirst()).allSatisfy { $0.upper == $1.lower })
  }

  @Test func `what is not finite is not counted, and nothing makes no bins`() {
    #expect(bins(.histogram([.nan, .infinity, 1, 2], bins: 2)).map(\.count) == [1, 1])
    #expect(bins(.histogram([.nan])).isEmpty)
    #expect(bins(.histogram([Double](), bins: 3)).isEmpty)
    #expect(bins(.histogram([3, 3, 3], width: 1)) == [Plot.Bin(lower: 3, upper: 4, count: 3)])
    #expect(bins(.histogram([3, 3, 3])).reduce(0) { $0 + $1.count } == 3)
  }

  @Test func `floats are numbers, too`() {
    #expect(Plot.histogram([1, 2, 2] as [Float], bins: 2) == .histogram([1, 2, 2], bins: 2))
  }

  /// What a reader of the text finds: the counts that its labels promise.
  private func expectTrueLabels(_ plot: Plot, _ values: [Double]) {
    let rows = plot.text.split(separator: "\n").map { row in
      let parts = row.split(separator: "│")
      let ends = parts[0].split(separator: "–").map { Double($0.filter { $0 != " " }) ?? .nan }
      let count = parts[1].split { !"0123456789,".contains($0) }.last ?? ""
      return (lower: ends[0], upper: ends[1], count: Int(count.filter { $0 != "," }) ?? -1)
    }
    for (index, row) in rows.enumerated() {
      let isLast = index == rows.count - 1
      let inside = values.count { $0 >= row.lower && ($0 < row.upper || isLast && $0 == row.upper) }
      #expect(row.count == inside, "\(row)")
    }
    #expect(rows.reduce(0) { $0 + $1.count } == values.count)
  }

  private static let decimals: [(from: Int, to: Int, power: String, width: Double, start: Double)] =
    [
      (1, 10, "e-1", 0.1, 0), (-13, 20, "e-1", 0.3, 0), (0, 40, "e-2", 0.05, 0),
      (0, 30, "e-3", 1e-3, 0), (-31, 31, "e-2", 0.07, 0.01), (0, 25, "e-1", 0.7, -0.1),
      (1_000_000_000, 1_000_000_020, "e-2", 0.03, 0), (-9, 9, "e-8", 2e-8, 0),
      (100_000_001, 100_000_030, "e-1", 0.1, 0), (0, 30, "e1", 30, 0), (0, 15, "e-5", 1e-5, 0),
    ]

  @Test(arguments: decimals.indices)
  func `a decimal value lies in the bin whose label contains it`(index: Int) {
    let row = Self.decimals[index]
    let values = (row.from...row.to).compactMap { Double("\($0)\(row.power)") }
    expectTrueLabels(.histogram(values, width: row.width, startingAt: row.start), values)
    expectTrueLabels(.histogram(values), values)
    for bins in [3, 7, 10] { expectTrueLabels(.histogram(values, bins: bins), values) }
  }

  @Test(arguments: [1.0 / 3, 2.0 / 7, 0.1234567, 1.1, 0.37])
  func `labels have the decimals that tell the values apart`(width: Double) {
    let values = (0..<200).map { Double($0 * 7919 % 1_000) / 997 + 0.0005 }
    expectTrueLabels(.histogram(values, width: width), values)
  }

  @Test func `labels far from zero have no digits to spare`() {
    let plot = Plot.histogram([123456789.1, 123456789.2], width: 0.1)
    #expect(plot.text.hasPrefix("123456789.1 – 123456789.2 │"))
    #expect(bins(.histogram([1e15, 1e15 + 1], width: 0.5)).map(\.count) == [1, 0, 1])
  }

  @Test func `thirds lie on the edges of thirds`() {
    let plot = Plot.histogram([1.0 / 3, 2.0 / 3, 1, 5.0 / 3], width: 1.0 / 3)
    #expect(bins(plot).map(\.count) == [1, 1, 1, 0, 1])
    #expect(plot.text.hasPrefix("0.33 – 0.67 │"))
  }

  @Test func `tenths as floats lie where tenths as doubles do`() {
    let doubles = (1...10).compactMap { Double("\($0)e-1") }
    let floats = doubles.map(Float.init)
    #expect(Plot.histogram(floats, width: 0.1) == .histogram(doubles, width: 0.1))
    #expect(Plot.histogram(floats, bins: 9) == .histogram(doubles, bins: 9))
    #expect(Plot.histogram(floats) == .histogram(doubles))
    #expect(bins(.histogram(floats, width: 0.1)).allSatisfy { $0.count == 1 })
  }

  @Test func `no value falls to the tolerance of a round edge`() {
    for value in [0.9999999999, 1.0000000001, 2.9999999999] {
      let plot = Plot.histogram([value, 1, 2, 3])
      #expect(bins(plot).reduce(0) { $0 + $1.count } == 4, "\(value)")
    }
  }

  @Test func `a range cuts off bins, in both forms`() {
    let plot = Plot.histogram([0.5, 1.5, 2.5, 3.5], width: 1).range(x: 1...3)
    #expect(plot.text.split(separator: "\n").map { $0.prefix(5) } == ["1 – 2", "2 – 3"])
    #expect(plot.svg.rendered.components(separatedBy: "<rect").count == 3)
  }

  @Test func `reference lines are drawn across bins`() {
    let text = Plot.histogram([1, 2, 2, 3, 3, 3], width: 1).reference(x: 2.3, "mean")
      .reference(y: 2.5, "many").text
    let rows = text.split(separator: "\n")
    #expect(rows[0] == "╎ many")
    #expect(rows[2].hasSuffix("2    ╎  ◂ mean"))
    #expect(rows.filter { $0.contains("◂") }.count == 1)
  }

  @Test func `a width that makes no bins is refused by name`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Plot.histogram([1, 2], width: .nan)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Plot.histogram: a width of nan; it must be a positive number"))
    await #expect(processExitsWith: .failure) { _ = Plot.histogram([1, 2], width: 0) }
    await #expect(processExitsWith: .failure) { _ = Plot.histogram([1, 2], width: .infinity) }
    await #expect(processExitsWith: .failure) { _ = Plot.histogram([1, 2], width: 1e-300) }
    await #expect(processExitsWith: .failure) { _ = Plot.histogram([1e17], width: 1) }
    await #expect(processExitsWith: .failure) {
      _ = Plot.histogram([1], width: 1, startingAt: .nan)
    }
  }
}
