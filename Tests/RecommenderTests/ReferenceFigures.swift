import Engine
import Foundation

@testable import Recommender

/// What Tests/Reference/recommender_figures.py writes.
struct ReferenceFigures: Decodable {
  var users, items: [Int]
  var ratings: [Float]
  var userCount, itemCount: Int
  var itemCosines, shrunkUserCosines, centredItemCosines, neighbourPredictions: [[Double]]
  var start: [[Double]]
  var penalty, confidence: Double
  var sweeps: Int
  var biased, unbiased, implicit: [[Double]]
  var rankings: [RankingCase]

  struct RankingCase: Decodable {
    var items: [Int]
    var gains, ndcg, binaryNDCG: [Double]
    var averagePrecision: Double
  }

  static func read() throws -> ReferenceFigures {
    let file = Bundle.module.bundleURL.appendingPathComponent("Reference/recommender.json")
    return try JSONDecoder().decode(ReferenceFigures.self, from: Data(contentsOf: file))
  }

  var table: Ratings {
    .example(
      zip(zip(users, items), ratings).map { (Int32($0.0), Int32($0.1), $1, 0) }, users: userCount,
      items: itemCount)
  }
}

/// The largest difference between two tables of numbers.
func difference(_ left: [[Double]], _ right: [[Double]]) -> Double {
  precondition(left.map(\.count) == right.map(\.count))
  return zip(left.joined(), right.joined()).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
