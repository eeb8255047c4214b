import Engine

/// What a recommender is asked: for each row, would this user like this item?
public struct UserItemPairs: Sendable, Equatable {
  /// User indices, of shape `[batch]`.
  public let users: Indices
  /// Item indices, of shape `[batch]`.
  public let items: Indices

  /// - Parameters:
  ///   - users: indices, one for each row.
  ///   - items: indices, as many as users.
  public init(users: Indices, items: Indices) {
    guard users.shape == items.shape, users.shape.count == 1 else {
      fatalError(
        "UserItemPairs: users \(users.shape) and items \(items.shape) must be equally long rows")
    }
    self.users = users
    self.items = items
  }

  /// How many pairs there are.
  public var count: Int { users.count }
}
