import Engine

extension Ratings: Dataset {
  /// The pairs of user and item of some rows, and as targets their ratings, of shape `[batch]`.
  public func batch(at positions: [Int]) -> Batch<UserItemPairs, Tensor> {
    for row in positions { checkRow(row) }
    return Batch(
      input: UserItemPairs(
        users: Indices(positions.map { users[$0] }), items: Indices(positions.map { items[$0] })),
      targets: Tensor(positions.map { values[$0] }))
  }

  /// The pairs of user and item of all rows.
  public var pairs: UserItemPairs {
    UserItemPairs(users: Indices(users), items: Indices(items))
  }

  /// The ratings of all rows, of shape `[count]`.
  public var targets: Tensor { Tensor(values) }
}
