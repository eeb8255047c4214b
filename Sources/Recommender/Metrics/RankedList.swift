import CKernels

/// How good an order of items is, given which of them were wanted: metrics of the first k places.
///
/// Without any wanted item every metric is 0. ``RankingMetrics`` has the means over many users.
public struct RankedList: Sendable {
  /// For each place the gain of its item, 0 for an item that was not wanted.
  private let gains: [Double]
  /// The gains of all wanted items, the largest first.
  private let ideal: [Double]

  /// - Parameters:
  ///   - items: indices, the best first, each once.
  ///   - relevant: the wanted items; each has a gain of 1.
  public init(_ items: [Int], relevant: Set<Int>) {
    self.init(items, gains: Dictionary(uniqueKeysWithValues: relevant.map { ($0, 1) }))
  }

  /// - Parameters:
  ///   - items: indices, the best first, each once.
  ///   - gains: how much each wanted item is worth, finite; a gain of 0 is that of an unwanted item.
  public init(_ items: [Int], gains: [Int: Double]) {
    if let odd = gains.keys.sorted().first(where: { !(gains[$0]! >= 0 && gains[$0]!.isFinite) }) {
      stop("RankedList", "the gain of item \(odd) is \(gains[odd]!); gains are 0 or more")
    }
    if Set(items).count < items.count { stop("RankedList", "an item is ranked twice") }
    self.gains = items.map { gains[$0] ?? 0 }
    ideal = gains.values.filter { $0 > 0 }.sorted(by: >)
  }

  /// The part of the first k that was wanted: hits / k, also where the list is shorter than k
  /// (LensKit divides by the length of such a list).
  public func precision(at k: Int) -> Double { Double(hits(k)) / Double(k) }

  /// The part of the wanted items that is among the first k: hits / wanted. (LensKit's `Recall`
  /// divides by min(k, wanted), so that 1 can be reached.)
  public func recall(at k: Int) -> Double {
    ideal.isEmpty ? 0 : Double(hits(k)) / Double(ideal.count)
  }

  /// 1 when a wanted item is among the first k, otherwise 0.
  public func hitRate(at k: Int) -> Double { hits(k) > 0 ? 1 : 0 }

  /// 1 / the place of the first wanted item, counted from 1; 0 when it is not among the first k.
  public func reciprocalRank(at k: Int) -> Double {
    top(k).firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
  }

  /// The mean of the precisions at the places of the wanted items:
  ///
  ///     Σ (precision at i, where item i was wanted, i = 1…k) / min(k, wanted)
  ///
  /// (LensKit's `AveragePrecision` takes the length of a list shorter than k in place of k.)
  public func averagePrecision(at k: Int) -> Double {
    var hits = 0.0, sum = 0.0
    for (place, gain) in top(k).enumerated() where gain > 0 {
      hits += 1
      sum += hits / Double(place + 1)
    }
    return ideal.isEmpty ? 0 : sum / Double(min(k, ideal.count))
  }

  /// The normalised discounted cumulative gain: what the list is worth beside the best possible one.
  ///
  ///     DCG = Σ gain of item i / log₂(i + 1), i = 1…k;  NDCG = DCG / DCG of the best order
  ///
  /// The gain is linear, as in scikit-learn's `ndcg_score`, not 2^gain - 1; with gains of 0 and 1
  /// both are the same. LensKit's `NDCG` discounts place i by max(1, log₂ i) unless it is given
  /// `LogRankWeight(offset=1)`, which is the discount here. (K. Järvelin and J. Kekäläinen, *Cumulated gain-based evaluation of IR
  /// techniques*, 2002.)
  public func ndcg(at k: Int) -> Double {
    ideal.isEmpty ? 0 : Self.discountedSum(top(k)) / Self.discountedSum(ideal.prefix(k))
  }

  private static func discountedSum(_ gains: ArraySlice<Double>) -> Double {
    // The logarithm's base cancels in the quotient.
    gains.enumerated().reduce(0) { $0 + $1.element / lectern_log_f64(Double($1.offset + 2)) }
  }

  private func hits(_ k: Int) -> Int { top(k).count { $0 > 0 } }

  private func top(_ k: Int) -> ArraySlice<Double> {
    if k < 1 { stop("RankedList", "metrics at k need a k of 1 or more, not \(k)") }
    return gains.prefix(k)
  }
}
