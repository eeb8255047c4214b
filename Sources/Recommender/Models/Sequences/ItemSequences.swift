import Engine

/// What a ``SequenceTransformer`` is asked: who, and which items in the order of time. The last of
/// them is the one whose rating is wanted.
public struct ItemSequences: Sendable {
  /// Of shape `[batch]`.
  public var users: Indices
  /// Of shape `[batch, length]`; 0 fills up sequences that are shorter.
  public var items: Indices
  /// How the user rated the items before the last, as steps of a scale from 1, 0 where a place only
  /// fills up: of shape `[batch, length − 1]`. The last item's rating has no place here.
  public var ratings: Indices?
  /// Of shape `[batch, features]`: the user's category in each of ``UserFeatures``.
  public var features: Indices?

  public init(
    users: Indices, items: Indices, ratings: Indices? = nil, features: Indices? = nil
  ) {
    guard items.shape.count == 2, users.shape == [items.shape[0]] else {
      fatalError(
        "ItemSequences: users \(users.shape) and items \(items.shape) do not fit; [batch] and "
          + "[batch, length] are needed")
    }
    let (batch, length) = (items.shape[0], items.shape[1])
    if let ratings, ratings.shape != [batch, length - 1] {
      stop(
        "ItemSequences",
        "ratings \(ratings.shape) do not fit items \(items.shape); the items before the last have "
          + "one each, [\(batch), \(length - 1)]")
    }
    if let features, features.shape.count != 2 || features.shape[0] != batch {
      stop(
        "ItemSequences",
        "features \(features.shape) do not fit users \(users.shape); [batch, features] is needed")
    }
    self.users = users
    self.items = items
    self.ratings = ratings
    self.features = features
  }

  /// 1 where a place only fills up, of shape `[batch, length]`.
  var padding: Tensor {
    Tensor(shape: items.shape, scalars: items.values.map { $0 == 0 ? 1 : 0 })
  }
}
