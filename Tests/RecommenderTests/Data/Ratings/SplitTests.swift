import Testing

@testable import Recommender

struct SplitTests {
  private let ratings = Ratings.example((0..<200).map(Self.row), users: 7, items: 11)

  private static func row(_ number: Int) -> (Int32, Int32, Float, Int64) {
    (Int32(number % 7), Int32(number % 11), Float(number), Int64(number))
  }

  @Test(arguments: [(0, 0), (0.2, 40), (0.5, 100), (0.3333, 67), (1, 200)])
  func sizes(fraction: Double, heldOut: Int) {
    let split = ratings.split(holdingOut: fraction, seed: 1)
    #expect(split.validation.count == heldOut)
    #expect(split.training.count == 200 - heldOut)
  }

  /// Every row is in one part, in its order, with its user and item.
  @Test func partsMakeTheWhole() {
    let split = ratings.split(holdingOut: 0.2, seed: 42)
    #expect(split.training.values == split.training.values.sorted())
    #expect(split.validation.values == split.validation.values.sorted())
    #expect((split.training.values + split.validation.values).sorted() == ratings.values)
    for row in 0..<split.validation.count {
      #expect(split.validation[row] == ratings[Int(split.validation.values[row])])
    }
    #expect(split.validation.catalogue == ratings.catalogue)
  }

  @Test func seeds() {
    let split = ratings.split(holdingOut: 0.2, seed: 42)
    #expect(split == ratings.split(holdingOut: 0.2, seed: 42))
    #expect(split != ratings.split(holdingOut: 0.2, seed: 43))
    #expect(split.validation.values.prefix(5) == [0, 11, 15, 17, 22])
  }

  private let inTime = Ratings.example(
    [
      (0, 0, 1, 50), (0, 1, 2, 10), (0, 2, 3, 50), (0, 3, 4, 20), (1, 0, 5, 9), (2, 0, 6, 2),
      (2, 1, 7, 1),
    ], users: 4, items: 4)

  /// Of equal times the later row counts as later; one rating is always left to learn from.
  @Test(
    arguments: [
      (0, []), (1, [3, 6]), (2, [1, 3, 6]), (3, [1, 3, 4, 6]), (9, [1, 3, 4, 6]),
    ] as [(Int, [Float])])
  func lastOfEachUser(number: Int, heldOut: [Float]) {
    let split = inTime.split(holdingOutLast: number)
    #expect(split.validation.values == heldOut)
    #expect(split.training.values == inTime.values.filter { !heldOut.contains($0) })
  }

  @Test func lastWithoutTimes() {
    let untimed = Ratings(
      name: "x", catalogue: inTime.catalogue, users: inTime.users, items: inTime.items,
      values: inTime.values, timestamps: [])
    #expect(untimed.split(holdingOutLast: 1).validation.values == [4, 7])
  }
}
