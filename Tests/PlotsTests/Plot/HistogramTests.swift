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
}
