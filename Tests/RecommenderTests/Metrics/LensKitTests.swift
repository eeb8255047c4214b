import Foundation
import Testing

@testable import Recommender

/// Beside LensKit's metrics of the same lists (Tests/Reference/ranking_figures.py).
struct LensKitTests {
  struct Case: Decodable {
    var items, relevant: [Int]
    var figures: [String: [Double]]
  }

  @Test func sameLists() throws {
    let file = Bundle.module.bundleURL.appendingPathComponent("Reference/ranking.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    #expect(cases.count == 9)
    for figures in cases {
      let list = RankedList(figures.items, relevant: Set(figures.relevant))
      for (place, k) in [1, 5, 10, 20].enumerated() {
        for (name, value) in Self.inLensKitsConvention(list, k, figures) {
          let expected = try #require(figures.figures[name])[place]
          #expect(abs(value - expected) < 1e-6, "\(name) at \(k)")
        }
      }
    }
  }

  /// LensKit divides by the length of a list that is shorter than k in precision and average
  /// precision, and by no more than k in recall.
  private static func inLensKitsConvention(
    _ list: RankedList, _ k: Int, _ figures: Case
  ) -> [(String, Double)] {
    let wanted = figures.relevant.count, length = min(k, figures.items.count)
    return [
      ("precision", list.precision(at: k) * Double(k) / Double(length)),
      ("recall", list.recall(at: k) * Double(wanted) / Double(min(k, wanted))),
      ("ndcg", list.ndcg(at: k)),
      ("hitRate", list.hitRate(at: k)),
      ("reciprocalRank", list.reciprocalRank(at: k)),
      ("averagePrecision", list.averagePrecision(at: length)),
    ]
  }
}
