import Engine
import Testing

@testable import Recommender

struct TimeSplitTests {
  private let ratings = Ratings.example(
    [(0, 0, 1, 50), (0, 1, 2, 10), (1, 2, 3, 50), (1, 3, 4, 20), (2, 0, 5, 50), (2, 1, 6, 60)],
    users: 3, items: 4)

  @Test(
    arguments: [(0, [1, 2, 3, 4, 5, 6]), (50, [1, 3, 5, 6]), (51, [6]), (61, [])]
      as [(Int, [Float])])
  func fromAMoment(time: Int, heldOut: [Float]) {
    let split = ratings.split(holdingOutFrom: time)
    #expect(split.validation.values == heldOut)
    #expect(split.training.values == ratings.values.filter { !heldOut.contains($0) })
  }

  /// Three ratings at time 50: of these the later rows are held out first.
  @Test(
    arguments: [
      (0, []), (1.0 / 6, [6]), (2.0 / 6, [5, 6]), (0.5, [3, 5, 6]), (4.0 / 6, [1, 3, 5, 6]),
      (1, [1, 2, 3, 4, 5, 6]),
    ] as [(Double, [Float])])
  func latest(fraction: Double, heldOut: [Float]) {
    #expect(ratings.split(holdingOutLatest: fraction).validation.values == heldOut)
  }

  @Test(arguments: [(2, [100, 100]), (3, [67, 67, 66]), (7, [29, 29, 29, 29, 28, 28, 28])])
  func folds(count: Int, sizes: [Int]) {
    let ratings = Ratings.example(
      (0..<200).map { (Int32($0 % 7), Int32($0 % 11), Float($0), 0) }, users: 7, items: 11)
    var random = RandomGenerator(seed: 1)
    let folds = ratings.folds(count: count, using: &random)
    #expect(folds.map(\.validation.count) == sizes)
    // Each row in exactly one validation part, and the fold's training part has all others.
    #expect(folds.flatMap(\.validation.values).sorted() == ratings.values)
    for fold in folds {
      #expect((fold.training.values + fold.validation.values).sorted() == ratings.values)
      #expect(fold.validation.values == fold.validation.values.sorted())
      #expect(fold.validation.values.suffix(1) != [Float(fold.validation.count - 1)])
    }
  }

  @Test func seeds() {
    let folds = { (seed: UInt64) in
      var random = RandomGenerator(seed: seed)
      return ratings.folds(count: 3, using: &random)
    }
    #expect(folds(1) == folds(1))
    #expect(folds(1) != folds(2))
  }
}
