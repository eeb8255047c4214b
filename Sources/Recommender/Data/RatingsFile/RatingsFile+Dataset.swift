import Engine

extension RatingsFile: Dataset {
  /// The pairs of user and item of some rows, and as targets their ratings, of shape `[batch]`.
  public func batch(at positions: [Int]) -> Batch<UserItemPairs, Tensor> {
    let columns = columns(at: positions)
    return Batch(
      input: UserItemPairs(users: Indices(columns.users), items: Indices(columns.items)),
      targets: Tensor(columns.values))
  }

  /// Blocks in random order, rows shuffled within a window of blocks.
  public func order(using random: RandomGenerator) -> any ItemOrder {
    BlockOrder(
      count: count, blockLength: blockLength, blocksInWindow: blocksInWindow, using: random)
  }
}

extension RatingsFile {
  /// The rating in a row, 0 to `count` - 1.
  public subscript(row: Int) -> Rating {
    let columns = columns(at: [row], withTimes: true)
    return Rating(
      user: Int(columns.users[0]), item: Int(columns.items[0]), value: columns.values[0],
      timestamp: columns.times.first)
  }

  /// All rows, in memory; for a file that fits it.
  ///
  /// - Parameter catalogue: of the ratings that the file was made of; nil: the indices become the
  ///   identifiers. Stops the program when it has another number of users or items.
  public func loaded(catalogue: Catalogue? = nil, name: String = "ratings") -> Ratings {
    let catalogue =
      catalogue
      ?? Catalogue(
        userIdentifiers: Identifiers(numbers: (0..<userCount).map { Int64($0) }),
        itemIdentifiers: Identifiers(numbers: (0..<itemCount).map { Int64($0) }))
    let own = (catalogue.userIdentifiers.count, catalogue.itemIdentifiers.count)
    if own != (userCount, itemCount) {
      stop(
        "loaded",
        "the catalogue has \(own.0) users and \(own.1) items, the file \(userCount) and "
          + "\(itemCount)")
    }
    let all = columns(at: Array(0..<count), withTimes: true)
    return Ratings(
      name: name, catalogue: catalogue, users: all.users, items: all.items, values: all.values,
      timestamps: all.times)
  }
}
