/// A recommender without any training: what a rating would be if only the user's and the item's
/// habits counted.
///
///     rating = user's mean + item's mean − overall mean
///
/// Any model should do better than this, otherwise its factors have learned nothing; ``DampedMeans``
/// trusts means of few ratings less. A user or
/// item without ratings takes the overall mean; one that the ratings' catalogue does not have stops
/// the program.
public struct MeanRatings: RatingModel {
  /// Of all ratings seen.
  public let overall: Double
  private let userMeans: [Double]
  private let itemMeans: [Double]

  /// - Parameter ratings: to take the means of; at least one.
  public init(of ratings: Ratings) {
    if ratings.count == 0 { stop("MeanRatings", "there are no ratings to take the mean of") }
    overall = ratings.meanRating
    userMeans = ratings.userMeans(default: overall)
    itemMeans = ratings.itemMeans(default: overall)
  }

  public var userCount: Int { userMeans.count }
  public var itemCount: Int { itemMeans.count }

  public func prediction(user: Int, item: Int) -> Double {
    userMeans[user] + itemMeans[item] - overall
  }
}
