import Engine
import Testing

/// The mean and the spread of plain numbers, by hand.
struct CollectionStatisticsTests {
  @Test(
    "means and deviations of doubles",
    arguments: [
      ([2, 4, 4, 4, 5, 5, 7, 9], 5, (32.0 / 7).squareRoot()), ([1, 2], 1.5, 0.5.squareRoot()),
      ([3, 3, 3], 3, 0), ([-1e8 - 1, -1e8, -1e8 + 1], -1e8, 1),
    ] as [([Double], Double, Double)])
  func doubles(_ numbers: [Double], _ mean: Double, _ deviation: Double) {
    #expect(numbers.mean == mean)
    #expect(abs(numbers.standardDeviation - deviation) < 1e-15)
    #expect(numbers[...].mean == mean)
  }

  @Test("floats are summed in double precision")
  func floats() {
    let tenths = [Float](repeating: 0.1, count: 100_000)
    #expect(tenths.mean == 0.1 && tenths.standardDeviation == 0)
    #expect(([16_777_216, 1, 1, 1, 1] as [Float]).mean == 3_355_444)
    #expect(([1, 2, 3, 4] as [Float]).standardDeviation == Float((5.0 / 3).squareRoot()))
  }

  @Test("too few numbers, and NaN among them")
  func none() {
    #expect([Double]().mean.isNaN && [Double]().standardDeviation.isNaN)
    #expect([4.0].mean == 4 && [4.0].standardDeviation.isNaN)
    #expect([1, .nan].mean.isNaN && [1, .nan].standardDeviation.isNaN)
  }

  @Test("indices of ranges")
  func ranges() {
    #expect(Indices(2..<5) == [2, 3, 4] && Indices(2...5) == [2, 3, 4, 5])
    #expect(Indices(7..<7) == [] && Indices(Int.min..<Int.min).count == 0)
    #expect(Indices(0..<3).shape == [3])
  }
}
