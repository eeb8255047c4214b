import Testing

@testable import Recommender

struct ThreeWaySplitTests {
  /// 200 ratings, their times in no order and with many ties.
  private let ratings = Ratings.example(
    (0..<200).map { (row: Int) -> (Int32, Int32, Float, Int64) in
      (Int32(row % 7), Int32(row % 11), Float(row), Int64(row * 37 % 23))
    }, users: 7, items: 11)

  private func values(_ parts: ThreeWaySplit) -> [[Float]] {
    [parts.training.values, parts.validation.values, parts.test.values]
  }

  @Test func random() {
    let parts = ratings.split(validation: 0.1, test: 0.2, seed: 1)
    #expect(values(parts).map(\.count) == [140, 20, 40])
    #expect(values(parts).flatMap { $0 }.sorted() == ratings.values)
    for part in values(parts) { #expect(part == part.sorted()) }
    #expect(parts == ratings.split(validation: 0.1, test: 0.2, seed: 1))
    #expect(parts != ratings.split(validation: 0.1, test: 0.2, seed: 2))
  }

  /// No training time is after any validation time, no validation time after any test time, and no
  /// time is in two parts.
  @Test(arguments: [(0.1, 0.1), (0.3, 0.2), (0.0, 0.5), (0.01, 0.01), (0.5, 0.5)])
  func noFuture(validation: Double, test: Double) {
    let parts = ratings.split(validationLatest: validation, testLatest: test)
    let all: [Ratings] = [parts.training, parts.validation, parts.test]
    let times: [[Int64]] = all.map(\.timestamps)
    for (earlier, later) in [(times[0], times[1]), (times[1], times[2]), (times[0], times[2])] {
      if let last = earlier.max(), let first = later.min() { #expect(last < first) }
    }
    #expect(Double(parts.testCount) >= 200 * test)
    #expect(Double(parts.testCount) < 200 * test + 9)
    #expect(values(parts).flatMap { $0 }.sorted() == ratings.values)
  }

  @Test func moments() {
    let small = Ratings.example(
      [(0, 0, 1, 30), (0, 1, 2, 10), (0, 2, 3, 20), (1, 0, 4, 20), (1, 1, 5, 30)], users: 2,
      items: 3)
    #expect(values(small.split(validationFrom: 20, testFrom: 30)) == [[2], [3, 4], [1, 5]])
    #expect(values(small.split(validationFrom: 21, testFrom: 21)) == [[2, 3, 4], [], [1, 5]])
  }

  /// User 0 in time: 2, 4, 1, 3 (of equal times the later row is later). User 1 has two, user 2 one.
  @Test func lastOfEachUser() {
    let small = Ratings.example(
      [
        (0, 0, 1, 50), (0, 1, 2, 10), (0, 2, 3, 50), (0, 3, 4, 20), (1, 0, 5, 9), (1, 1, 6, 8),
        (2, 0, 7, 1),
      ], users: 3, items: 4)
    #expect(
      values(small.split(validationLast: 1, testLast: 1)) == [[2, 4, 6, 7], [1], [3, 5]])
    #expect(
      values(small.split(validationLast: 9, testLast: 2)) == [[2, 6, 7], [4], [1, 3, 5]])
  }

  @Test func opening() {
    var parts = ratings.split(validation: 0.1, test: 0.2, seed: 1)
    #expect(parts.representations.plain.contains("test not opened yet"))
    #expect(parts.search == Split(training: parts.training, validation: parts.validation))
    let final = parts.openTest()
    #expect(final == Split(training: parts.training, validation: parts.test))
    #expect(parts.representations.plain.contains("test opened once"))
    let retrained = parts.openTest(retrained: true)
    #expect(retrained.training.values == (parts.training.values + parts.validation.values).sorted())
    #expect(parts.timesOpened == 2)
  }

  @Test func coldStart() {
    let split = Split(
      training: .example([(0, 0, 1, 0), (1, 1, 2, 0)], users: 3, items: 3),
      validation: .example(
        [(0, 1, 1, 0), (2, 0, 2, 0), (1, 2, 3, 0), (2, 2, 4, 0), (1, 0, 5, 0)], users: 3, items: 3))
    let cold = split.coldStart
    #expect([cold.count, cold.unseenUsers, cold.unseenItems, cold.unseen] == [5, 2, 2, 3])
    #expect(cold.share == 0.6)
    #expect(split.coldRows.values == [2, 3, 4])
    #expect(split.warmRows.values == [1, 5])
    #expect(cold.representations.plain.contains("either"))
  }
}
