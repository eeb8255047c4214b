import Display

/// How good the first k recommendations are, in the mean over users.
public struct RankingMetrics: Sendable, Equatable {
  /// How many recommendations each user got.
  public let k: Int
  /// How many users had a wanted item and so were counted.
  public let users: Int
  /// The metrics of ``RankedList``, means over the users.
  public let precision: Double
  public let recall: Double
  public let ndcg: Double
  public let hitRate: Double
  public let meanReciprocalRank: Double
  public let meanAveragePrecision: Double
  /// The part of all items that was recommended to at least one user.
  public let coverage: Double
}

/// What a held-out item is worth in ``RankingMetrics/ndcg``.
public enum RankingGain: Sendable {
  /// Each wanted item 1.
  case binary
  /// Each wanted item its rating, which must not be negative.
  case rating
}

extension Split {
  /// Recommends items to each user and compares them with what the user rated in the validation part.
  ///
  /// All items compete, not a sample, except those that the user rated in the training part. Users
  /// without a wanted item in the validation part are left out of every mean. Without any such user
  /// all means are NaN.
  ///
  ///     split.rankingMetrics(of: model, at: 10, relevantFrom: 4)
  ///
  /// - Parameters:
  ///   - scorer: a recommender for this catalogue of users and items.
  ///   - k: how many recommendations each user gets, 1 or more.
  ///   - relevantFrom: the lowest rating of an item that counts as wanted; nil: every rated item is.
  ///   - gain: what a wanted item is worth in NDCG.
  public func rankingMetrics(
    of scorer: some ItemScorer, at k: Int, relevantFrom: Float? = nil, gain: RankingGain = .binary
  ) -> RankingMetrics {
    if k < 1 { stop("rankingMetrics", "metrics at k need a k of 1 or more, not \(k)") }
    if relevantFrom?.isNaN == true { stop("rankingMetrics", "relevantFrom is NaN") }
    let heldOut = validation.rowsByUser, known = training.rowsByUser
    var lists: [RankedList] = []
    var isRecommended = [Bool](repeating: false, count: validation.itemCount)
    for user in 0..<heldOut.count {
      let gains = validation.gains(heldOut[user], relevantFrom: relevantFrom, gain: gain)
      if gains.isEmpty { continue }
      var isLeftOut = [Bool](repeating: false, count: training.itemCount)
      for row in known[user] { isLeftOut[Int(training.items[row])] = true }
      let best = topItems(
        k, scores: scorer.scores(forUser: user), user: user, isLeftOut: isLeftOut)
      for item in best { isRecommended[item] = true }
      lists.append(RankedList(best, gains: gains))
    }
    return RankingMetrics(lists, at: k, isRecommended: isRecommended)
  }
}

extension Ratings {
  /// The wanted items among some rows of one user, and what they are worth. Of an item rated more
  /// than once the last row counts.
  fileprivate func gains(
    _ rows: ArraySlice<Int>, relevantFrom: Float?, gain: RankingGain
  ) -> [Int: Double] {
    var gains: [Int: Double] = [:]
    for row in rows {
      let isRelevant = relevantFrom.map { values[row] >= $0 } ?? true
      let worth = gain == .binary ? 1 : Double(values[row])
      gains[Int(items[row])] = isRelevant && worth != 0 ? worth : nil
    }
    return gains
  }
}

extension RankingMetrics {
  fileprivate init(_ lists: [RankedList], at k: Int, isRecommended: [Bool]) {
    func mean(_ metric: (RankedList) -> Double) -> Double {
      lists.reduce(0) { $0 + metric($1) } / Double(lists.count)
    }
    self.k = k
    users = lists.count
    precision = mean { $0.precision(at: k) }
    recall = mean { $0.recall(at: k) }
    ndcg = mean { $0.ndcg(at: k) }
    hitRate = mean { $0.hitRate(at: k) }
    meanReciprocalRank = mean { $0.reciprocalRank(at: k) }
    meanAveragePrecision = mean { $0.averagePrecision(at: k) }
    coverage = Double(isRecommended.count { $0 }) / Double(isRecommended.count)
  }
}

extension RankingMetrics: Displayable {
  public var representations: Representations {
    table.representations
  }

  /// The metrics by name.
  private var table: Table {
    Table(
      columns: [.rowHeader("metric at \(k)"), Table.Column("value", decimals: 4)],
      caption: "over \(format(users)) users", limit: .none
    ) {
      Row("precision", precision)
      Row("recall", recall)
      Row("NDCG", ndcg)
      Row("hit rate", hitRate)
      Row("mean reciprocal rank", meanReciprocalRank)
      Row("mean average precision", meanAveragePrecision)
      Row("coverage", coverage)
    }
  }
}
