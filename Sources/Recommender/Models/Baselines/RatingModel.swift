import Engine

/// A recommender that says for any user and item what the rating would be.
///
/// ``prediction(user:item:)`` is all that it computes itself; whole batches and scores come of that.
public protocol RatingModel: ItemScorer, RatingPredictor, Sendable {
  /// How many users the model knows: indices 0 to `userCount` - 1.
  var userCount: Int { get }
  /// How many items the model knows: indices 0 to `itemCount` - 1.
  var itemCount: Int { get }

  /// The predicted rating, for indices that have been checked.
  func prediction(user: Int, item: Int) -> Double
}

extension RatingModel {
  /// The predicted ratings, of shape `[batch]`. Stops the program for an index that there is not.
  public func callAsFunction(_ pairs: UserItemPairs) -> Tensor {
    Tensor(
      zip(pairs.users.values, pairs.items.values).map { user, item in
        checkIndex(Int(user), "user", "users", count: userCount)
        checkIndex(Int(item), "item", "items", count: itemCount)
        return Float(prediction(user: Int(user), item: Int(item)))
      })
  }

  public func scores(forUser user: Int) -> [Double] {
    checkIndex(user, "user", "users", count: userCount)
    return (0..<itemCount).map { prediction(user: user, item: $0) }
  }
}

/// Stops the program when there is nothing to learn from.
func checkNotEmpty(_ operation: String, _ ratings: Ratings) {
  if ratings.count == 0 { stop(operation, "there are no ratings to learn from") }
}
