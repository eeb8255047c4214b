/// The most rated items for everybody: the score of an item is its number of ratings.
///
///     split.training.recommend(10, to: 5, by: Popularity(of: split.training))
///
/// It predicts no ratings, only an order.
public struct Popularity: ItemScorer, Sendable {
  /// For each item index its number of ratings.
  public let counts: [Int]
  private let userCount: Int

  /// - Parameter ratings: to count; there may be none.
  public init(of ratings: Ratings) {
    counts = ratings.itemCounts
    userCount = ratings.userCount
  }

  public func scores(forUser user: Int) -> [Double] {
    checkIndex(user, "user", "users", count: userCount)
    return counts.map(Double.init)
  }
}
