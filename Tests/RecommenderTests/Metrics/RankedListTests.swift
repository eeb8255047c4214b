import Testing

@testable import Recommender

struct RankedListTests {
  /// Wanted items at places 2 and 4, a third one not in the list; by hand.
  private let list = RankedList([7, 3, 9, 1, 5], relevant: [3, 1, 8])

  private static let thirds: [Double] = [0, 1.0 / 3, 2.0 / 3]

  @Test(
    arguments: [
      (1, 0, 0, 0, 0, 0), (2, 0.5, thirds[1], 1, 0.5, 0.25), (4, 0.5, thirds[2], 1, 0.5, thirds[1]),
      (10, 0.2, thirds[2], 1, 0.5, thirds[1]),
    ] as [(Int, Double, Double, Double, Double, Double)])
  func byHand(
    k: Int, precision: Double, recall: Double, hitRate: Double, rank: Double, average: Double
  ) {
    #expect(list.precision(at: k) == precision)
    #expect(list.recall(at: k) == recall)
    #expect(list.hitRate(at: k) == hitRate)
    #expect(list.reciprocalRank(at: k) == rank)
    #expect(abs(list.averagePrecision(at: k) - average) < 1e-15)
  }

  /// log₂ 3 = 1.5849625 and log₂ 5 = 2.3219281; the best order has gains at places 1, 2 and 3.
  @Test func discountByHand() {
    let best = 1 + 1 / 1.584_962_500_721_156 + 0.5
    #expect(
      abs(list.ndcg(at: 4) - (1 / 1.584_962_500_721_156 + 1 / 2.321_928_094_887_362) / best)
        < 1e-15)
    #expect(list.ndcg(at: 1) == 0)
  }

  /// scikit-learn's ndcg_score and average precision.
  @Test func besideScikitLearn() throws {
    for figures in try ReferenceFigures.read().rankings {
      let gains = Dictionary(uniqueKeysWithValues: figures.gains.enumerated().map { ($0, $1) })
      let graded = RankedList(figures.items, gains: gains)
      let relevant = Set(figures.gains.indices.filter { figures.gains[$0] > 0 })
      let binary = RankedList(figures.items, relevant: relevant)
      for (k, (expected, expectedBinary)) in zip(
        [1, 3, 10], zip(figures.ndcg, figures.binaryNDCG))
      {
        #expect(abs(graded.ndcg(at: k) - expected) < 1e-14)
        #expect(abs(binary.ndcg(at: k) - expectedBinary) < 1e-14)
      }
      #expect(abs(binary.averagePrecision(at: 10) - figures.averagePrecision) < 1e-14)
    }
  }

  @Test func nothingWanted() {
    for list in [RankedList([1, 2], relevant: []), RankedList([1, 2], gains: [1: 0])] {
      #expect(list.recall(at: 2) == 0)
      #expect(list.ndcg(at: 2) == 0)
      #expect(list.averagePrecision(at: 2) == 0)
      #expect(list.precision(at: 2) == 0)
    }
    #expect(RankedList([], relevant: [1]).ndcg(at: 5) == 0)
  }

  @Test func perfect() {
    let list = RankedList([4, 2, 9], gains: [4: 5, 2: 3.5])
    #expect(list.ndcg(at: 2) == 1)
    #expect(list.averagePrecision(at: 3) == 1)
    #expect(list.recall(at: 3) == 1)
  }
}
