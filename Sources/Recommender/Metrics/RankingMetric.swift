/// One of the figures of ``RankingMetrics``.
public enum RankingMetric: String, CaseIterable, Sendable {
  case precision
  case recall
  case ndcg = "NDCG"
  case hitRate = "hit rate"
  case reciprocalRank = "mean reciprocal rank"
  case averagePrecision = "mean average precision"
  case novelty

  func value(_ list: RankedList, at k: Int, novelty: Double) -> Double {
    switch self {
    case .precision: list.precision(at: k)
    case .recall: list.recall(at: k)
    case .ndcg: list.ndcg(at: k)
    case .hitRate: list.hitRate(at: k)
    case .reciprocalRank: list.reciprocalRank(at: k)
    case .averagePrecision: list.averagePrecision(at: k)
    case .novelty: novelty
    }
  }
}
