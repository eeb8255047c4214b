import Display
import Engine

/// An item that a recommender proposes.
public struct Recommendation: Sendable, Equatable {
  /// The item's index.
  public let item: Int
  public let title: String
  /// What the recommender gave it: for most models the rating that it predicts.
  public let score: Double
}

/// What a recommender proposes to a user, the best first.
public struct Recommendations: Sendable, Equatable, RandomAccessCollection {
  /// The user's index; nil for a ``FoldedUser``.
  public let user: Int?
  private let entries: [Recommendation]

  init(user: Int?, entries: [Recommendation]) {
    self.user = user
    self.entries = entries
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Recommendation {
    checkIndex(position, "recommendation", "recommendations", count: entries.count)
    return entries[position]
  }

  /// The items' indices, the best first.
  public var items: [Int] { entries.map(\.item) }
  /// The items' titles, the best first.
  public var titles: [String] { entries.map(\.title) }
}

extension Recommendations: Displayable {
  public var representations: Representations { table.representations }

  /// Titles and scores.
  public var table: Table {
    let reader = user.map { "for user \($0)" } ?? "for a new user"
    return Table(entries, caption: reader, limit: .none) {
      Column(rowHeader: "title", \.title, maximumWidth: 50)
      Column("item", \.item)
      Column("score", \.score, decimals: 3)
    }
  }
}

extension Ratings {
  /// The items that suit a user best, by the scores of a recommender.
  ///
  /// Of equal scores the lower item index comes first. Stops the program for a score that is NaN.
  ///
  ///     split.training.recommend(10, to: 5, by: model)
  ///
  /// - Parameters:
  ///   - count: how many, fewer when there are not as many items.
  ///   - user: an index.
  ///   - scorer: any recommender for this catalogue of users and items.
  ///   - includingRated: whether items may be recommended that the user has rated here.
  public func recommend(
    _ count: Int, to user: Int, by scorer: some ItemScorer, includingRated: Bool = false
  ) -> Recommendations {
    checkUser(user)
    if count < 0 { stop("recommend", "cannot recommend \(count) items") }
    let scores = scorer.scores(forUser: user)
    let isLeftOut =
      includingRated ? [Bool](repeating: false, count: itemCount) : isRated(by: user)
    let best = topItems(count, scores: scores, user: user, isLeftOut: isLeftOut)
    return Recommendations(
      user: user,
      entries: best.map { Recommendation(item: $0, title: title(of: $0), score: scores[$0]) })
  }

  /// The items that suit a user best, by any function of pairs of user and item.
  ///
  ///     ratings.recommend(10, to: 5) { model($0).value }
  ///
  /// - Parameter score: for pairs of user and item one number each, of shape `[batch]`.
  public func recommend(
    _ count: Int, to user: Int, includingRated: Bool = false,
    scoring score: (UserItemPairs) -> Tensor
  ) -> Recommendations {
    withoutActuallyEscaping(score) { score in
      recommend(
        count, to: user, by: PairScorer(for: self, score), includingRated: includingRated)
    }
  }
}
