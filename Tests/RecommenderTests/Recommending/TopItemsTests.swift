import Engine
import Testing

@testable import Recommender

@Suite struct TopItemsTests {
  /// Short lists are found in one pass, long ones by sorting: both are the start of the same order.
  @Test(arguments: [0, 1, 2, 10, 62, 63, 64, 999, 1000, 1001])
  func shortListsAreTheStartOfTheOrder(count: Int) {
    var random = RandomGenerator(seed: 7)
    // Few different scores, so that many are equal; a NaN that is left out does not matter.
    var scores = (0..<1000).map { _ in Double(random.integer(below: 12)) - 6 }
    var isLeftOut = (0..<1000).map { _ in random.integer(below: 5) == 0 }
    (scores[3], isLeftOut[3]) = (.nan, true)
    (scores[4], isLeftOut[4]) = (-.infinity, false)
    (scores[5], isLeftOut[5]) = (.infinity, false)
    let order = (0..<1000).filter { !isLeftOut[$0] }
      .sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let top = topItems(count, scores: scores, user: 0, isLeftOut: isLeftOut)
    #expect(top == Array(order.prefix(count)))
  }
}
