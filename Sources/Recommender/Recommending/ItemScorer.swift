import Engine

/// What can say how well each item suits a user: any recommender.
///
/// ``MeanRatings``, ``DotProduct``, ``ItemNeighbours`` and the models of alternating least squares
/// are such; ``PairScorer`` makes one of any function.
public protocol ItemScorer {
  /// One number for each item index, higher for items that suit the user better; never NaN.
  ///
  /// - Parameter user: an index.
  func scores(forUser user: Int) -> [Double]
}

/// A recommender from a function of pairs of user and item:
///
///     PairScorer(for: ratings) { model($0).value }
public struct PairScorer: ItemScorer {
  private let itemCount: Int
  private let score: (UserItemPairs) -> Tensor

  /// - Parameters:
  ///   - ratings: whose catalogue of items is scored.
  ///   - score: for pairs of user and item one number each, of shape `[batch]`.
  public init(for ratings: Ratings, _ score: @escaping (UserItemPairs) -> Tensor) {
    itemCount = ratings.itemCount
    self.score = score
  }

  public func scores(forUser user: Int) -> [Double] {
    let pairs = UserItemPairs(user: user, itemCount: itemCount)
    let scores = score(pairs)
    guard scores.count == itemCount else {
      stop(
        "PairScorer",
        "\(itemCount) items need a score each; the function gave the shape "
          + "\(scores.shape)")
    }
    return scores.scalars.map(Double.init)
  }
}

extension UserItemPairs {
  /// One user with each item.
  init(user: Int, itemCount: Int) {
    self.init(
      users: Indices([Int](repeating: user, count: itemCount)), items: Indices(Array(0..<itemCount))
    )
  }
}

extension DotProduct: ItemScorer {
  public func scores(forUser user: Int) -> [Double] {
    let itemCount = itemFactors.weight.value.shape[0]
    checkIndex(user, "user", "users", count: userFactors.weight.value.shape[0])
    return self(UserItemPairs(user: user, itemCount: itemCount)).value.scalars.map(Double.init)
  }
}
