import Engine

/// The same rating for everybody and everything: the least that a model has to beat.
///
///     OverallAverage(of: split.training, .median)
public struct OverallAverage: RatingModel {
  /// The rating that is predicted.
  public let value: Double
  public let userCount: Int
  public let itemCount: Int

  /// - Parameters:
  ///   - ratings: at least one.
  ///   - kind: the mean has the least squared error, the median the least absolute one.
  public init(of ratings: Ratings, _ kind: Average = .mean) {
    checkNotEmpty("OverallAverage", ratings)
    value = kind.value(ratings.values)
    userCount = ratings.userCount
    itemCount = ratings.itemCount
  }

  public func prediction(user: Int, item: Int) -> Double { value }
}

/// For each item the average of its ratings, whoever asks. An item without ratings gets the average
/// of all.
///
///     ItemAverage(of: split.training, .median)
public struct ItemAverage: RatingModel {
  private let values: [Double]
  public let userCount: Int

  /// - Parameters:
  ///   - ratings: at least one.
  ///   - kind: the mean has the least squared error, the median the least absolute one.
  public init(of ratings: Ratings, _ kind: Average = .mean) {
    checkNotEmpty("ItemAverage", ratings)
    values = kind.values(of: ratings.rowsByItem, in: ratings)
    userCount = ratings.userCount
  }

  public var itemCount: Int { values.count }
  public func prediction(user: Int, item: Int) -> Double { values[item] }
}

/// For each user the average of the user's ratings, whatever the item. A user without ratings gets
/// the average of all. As an ``ItemScorer`` it gives all items one score.
///
///     UserAverage(of: split.training, .median)
public struct UserAverage: RatingModel {
  private let values: [Double]
  public let itemCount: Int

  /// - Parameters:
  ///   - ratings: at least one.
  ///   - kind: the mean has the least squared error, the median the least absolute one.
  public init(of ratings: Ratings, _ kind: Average = .mean) {
    checkNotEmpty("UserAverage", ratings)
    values = kind.values(of: ratings.rowsByUser, in: ratings)
    itemCount = ratings.itemCount
  }

  public var userCount: Int { values.count }
  public func prediction(user: Int, item: Int) -> Double { values[user] }
}
