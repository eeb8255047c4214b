import Testing

@testable import Engine

@Suite struct RandomGeneratorTests {
  @Test func wordsFollowTheCounter() {
    var random = RandomGenerator(seed: 0)
    #expect(
      (0..<4).map { _ in random.nextWord() } == [
        0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8,
      ])
    var other = RandomGenerator(seed: 0, stream: 1)
    #expect(other.nextWord() != 0x6627_e8d5)
  }

  @Test func splittingDoesNotDependOnWhatWasDrawn() {
    var drawn = RandomGenerator(seed: 7)
    let fresh = drawn
    for _ in 0..<5 { _ = drawn.next() }
    var first = drawn.split("weights")
    var second = fresh.split("weights")
    var third = fresh.split("order")
    let word = first.next()
    #expect(second.next() == word)
    #expect(third.next() != word)
  }

  @Test func everySplitIsItsOwn() {
    let random = RandomGenerator(seed: 7)
    let words = (0..<1000).map { number in
      var split = random.split(number)
      return split.next()
    }
    #expect(Set(words).count == 1000)
  }

  @Test(
    "Ranges of any finite width",
    arguments: [
      -3e38 as Float..<3e38, -Float.greatestFiniteMagnitude..<Float.greatestFiniteMagnitude,
      0..<Float.leastNonzeroMagnitude, 1..<Float(1).nextUp, 3e38..<3.4e38,
      -Float.greatestFiniteMagnitude..<0, 1e30..<2e30,
    ])
  func wideRanges(range: Range<Float>) {
    var random = RandomGenerator(seed: 8)
    let numbers = (0..<1000).map { _ in random.uniform(in: range) }
    #expect(numbers.allSatisfy { range.contains($0) })
    let isNarrow = range.lowerBound.nextUp == range.upperBound
    #expect(Set(numbers).count > (isNarrow ? 0 : 990))
    if !isNarrow {
      let middle = range.lowerBound / 2 + range.upperBound / 2
      #expect((400...600).contains(numbers.filter { $0 < middle }.count))
    }
  }

  @Test func wholeNumbersOverTheWholeWidth() {
    var random = RandomGenerator(seed: 9)
    let all = (0..<1000).map { _ in random.integer(in: Int.min...Int.max) }
    #expect((400...600).contains(all.filter { $0 < 0 }.count) && Set(all).count == 1000)
    let wide = (0..<1000).map { _ in random.integer(in: -5...Int.max) }
    #expect(wide.allSatisfy { $0 >= -5 } && Set(wide).count == 1000)
    let few = (0..<1000).map { _ in random.integer(in: -1..<2) }
    #expect(Set(few) == [-1, 0, 1])
    #expect(random.integer(in: 7...7) == 7 && random.integer(in: Int.min...Int.min) == .min)
    // The stream is that of the bound.
    var (first, second) = (RandomGenerator(seed: 4), RandomGenerator(seed: 4))
    #expect(first.integer(in: 0..<10) == second.integer(below: 10))
  }

  @Test func normalNumbersWithoutDeviationAndAtTheEdge() {
    var random = RandomGenerator(seed: 3)
    #expect(random.normal(mean: 2, standardDeviation: 0) == 2)
    #expect((0..<1000).allSatisfy { _ in random.normal(standardDeviation: 4e37).isFinite })
  }

  @Test func uniformNumbersLieInTheirRange() {
    var random = RandomGenerator(seed: 3)
    let numbers = (0..<100_000).map { _ in random.uniform(in: -2..<6) }
    #expect(numbers.allSatisfy { $0 >= -2 && $0 < 6 })
    let mean = numbers.reduce(0.0) { $0 + Double($1) } / 100_000
    #expect(abs(mean - 2) < 0.03)
  }

  @Test func normalNumbersHaveTheirMoments() {
    var random = RandomGenerator(seed: 4)
    let numbers = (0..<200_000).map { _ in Double(random.normal()) }
    let mean = numbers.reduce(0, +) / 200_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 200_000
    let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 200_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.015)
    #expect(abs(fourth - 3) < 0.1)
  }

  @Test(arguments: [1, 2, 3, 7, 10])
  func integersAreEquallyLikely(bound: Int) {
    var random = RandomGenerator(seed: 5)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<(bound * 10_000) { counts[random.integer(below: bound)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
  }

  @Test(arguments: [0, 1, 2, 100])
  func permutationHoldsEveryNumberOnce(count: Int) {
    var random = RandomGenerator(seed: 6)
    #expect(random.permutation(count).sorted() == Array(0..<count))
  }

  /// Lessons assert what these give: a change of any would change them all.
  @Test func sequencesStayAsTheyAre() {
    var random = RandomGenerator(seed: 42)
    #expect(random.permutation(8) == [0, 5, 7, 4, 6, 1, 2, 3])
    #expect(random.uniform() == 0.58640033)
    #expect(random.normal() == -0.6433309)
  }

  @Test(arguments: 0..<9) func aStateGoesOnWhereItWasTaken(count: Int) throws {
    var random = RandomGenerator(seed: 7, stream: 3)
    for _ in 0..<count { _ = random.nextWord() }
    var restored = try #require(RandomGenerator(state: random.state))
    #expect(restored == random)
    #expect((0..<6).map { _ in restored.nextWord() } == (0..<6).map { _ in random.nextWord() })
    #expect(RandomGenerator(state: [1, 2]) == nil)
  }
}
