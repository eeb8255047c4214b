import Display

/// How good the first k recommendations are, in the mean over users.
public struct RankingMetrics: Sendable, Equatable {
  /// How many recommendations each user got.
  public let k: Int
  /// The users who had a wanted item and so were counted, indices in order.
  public let countedUsers: [Int]
  /// The metrics of ``RankedList``, means over the users.
  public let precision: Double
  public let recall: Double
  public let ndcg: Double
  public let hitRate: Double
  public let meanReciprocalRank: Double
  public let meanAveragePrecision: Double
  /// How little known the recommended items are, in bits: the mean of −log₂(users who rated the item
  /// / users) over a user's list, then over users; an item that nobody rated counts as rated once.
  /// (T. Zhou et al., 2010; S. Vargas and P. Castells, 2011.)
  public let novelty: Double
  /// The part of all items of the catalogue that was recommended to at least one counted user.
  public let coverage: Double
  /// For each metric the value of each counted user.
  private let values: [RankingMetric: [Double]]

  /// How many users had a wanted item and so were counted.
  public var users: Int { countedUsers.count }

  /// A metric's value for each of ``countedUsers``.
  public func perUser(_ metric: RankingMetric) -> [Double] { values[metric] ?? [] }

  fileprivate init(
    _ lists: [RankedList], novelties: [Double], of users: [Int], at k: Int, isRecommended: [Bool]
  ) {
    var values: [RankingMetric: [Double]] = [:]
    for metric in RankingMetric.allCases {
      values[metric] = zip(lists, novelties).map { metric.value($0, at: k, novelty: $1) }
    }
    func mean(_ metric: RankingMetric) -> Double {
      (values[metric] ?? []).reduce(0, +) / Double(users.count)
    }
    self.k = k
    countedUsers = users
    precision = mean(.precision)
    recall = mean(.recall)
    ndcg = mean(.ndcg)
    hitRate = mean(.hitRate)
    meanReciprocalRank = mean(.reciprocalRank)
    meanAveragePrecision = mean(.averagePrecision)
    novelty = mean(.novelty)
    coverage = Double(isRecommended.count { $0 }) / Double(isRecommended.count)
    self.values = values
  }
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
  /// All items compete, not a sample, except those that the user rated in the training part. One of
  /// these that is wanted again in the validation part stays in the denominator of recall. Users
  /// without a wanted item in the validation part are left out of every mean (LensKit: of all but
  /// precision, where they count 0). Of equal scores the lower index comes first. Where k is larger
  /// than the number of items left, the list is shorter than k. Without any user to count all means
  /// are NaN. ``RankedList`` says where the metrics themselves differ from LensKit's.
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
    let novelty = Novelty(in: training)
    var lists: [RankedList] = [], novelties: [Double] = [], users: [Int] = []
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
      novelties.append(novelty.mean(of: best))
      users.append(user)
    }
    return RankingMetrics(
      lists, novelties: novelties, of: users, at: k, isRecommended: isRecommended)
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

extension RankingMetrics: Displayable {
  public var representations: Representations {
    table.representations
  }

  /// The metrics by name, each with its interval.
  private var table: Table {
    Table(
      columns: [
        .rowHeader("metric at \(k)"), Table.Column("value", decimals: 4),
        Table.Column("95 % from", decimals: 4), Table.Column("to", decimals: 4),
      ],
      caption: "over \(format(users)) users", limit: .none
    ) {
      for metric in RankingMetric.allCases {
        let figure = estimate(metric)
        Row(metric.rawValue, figure.value, figure.lower, figure.upper)
      }
      Row("coverage", coverage, nil, nil)
    }
  }
}
