import Engine

/// A recommender without any training: what a rating would be if only the user's and the item's
/// habits counted.
///
///     rating = user's mean + item's mean − overall mean
///
/// Any model should do better than this, otherwise its factors have learned nothing. A user or
/// item without ratings takes the overall mean.
public struct MeanRatings: Sendable {
  /// Of all ratings seen.
  public let overall: Double
  private let userMeans: [Double?]
  private let itemMeans: [Double?]

  /// - Parameter ratings: to take the means of; at least one.
  public init(of ratings: Ratings) {
    if ratings.count == 0 { fatalError("MeanRatings: there are no ratings to take the mean of") }
    overall = ratings.meanRating
    userMeans = ratings.userMeans
    itemMeans = ratings.itemMeans
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Tensor {
    Tensor(
      zip(pairs.users.values, pairs.items.values).map { user, item in
        let userMean = userMeans[Int(user)] ?? overall
        let itemMean = itemMeans[Int(item)] ?? overall
        return Float(userMean + itemMean - overall)
      })
  }
}
