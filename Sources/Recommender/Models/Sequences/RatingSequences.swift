import Engine

/// Ratings as a ``SequenceTransformer`` sees them: for each row a window of the user's items in the
/// order of time that ends in the row's item, and as target the row's rating.
///
///     let split = ratings.split(holdingOutLast: 1)
///     let training = RatingSequences(of: split.training)
///     let validation = RatingSequences(of: split.validation, after: split.training)
///
/// Window i belongs to row i of the ratings. It shows the ratings of the items before the last and
/// nothing later, never the target. Of ratings at the same time the later row counts as later; where
/// times are not known, rows count in their order. Items are counted from 1, since 0 fills up windows
/// on the left where a user has rated less.
public struct RatingSequences: Dataset {
  /// The rows that are to be predicted.
  public let ratings: Ratings
  /// How many items a window has, the one to be predicted among them.
  public let length: Int
  /// The values that an earlier rating may have, in ascending order.
  public let scale: [Float]
  /// What is known of the users; nil where the data set does not describe them.
  public let features: UserFeatures?
  let history: UserHistories
  /// For each row, the place in the user's history that ends what is seen.
  private let ends: [Int]
  /// For each row of the history its rating's number on the scale, from 1.
  private let levels: [Int32]

  /// Windows over the rows of one table: each row is a target, and part of the windows after it.
  ///
  /// - Parameters:
  ///   - length: of the windows, at least 1; 10 is the default of ``SequenceTransformer/Sizes``.
  ///   - scale: nil for the values that occur. Sequences for one model need one scale.
  public init(of ratings: Ratings, length: Int = 10, scale: [Float]? = nil) {
    let history = UserHistories(ratings)
    self.init(
      of: ratings, history: history, ends: history.placeOfRow, length: length, scale: scale)
  }

  /// Windows that end in held-out rows, and show training rows alone before them.
  ///
  /// A training row is before a held-out one unless it has a later time: at the same time, or where
  /// times are not known, it counts as earlier, as it is after ``Ratings/split(holdingOutLast:)``.
  ///
  /// - Parameters:
  ///   - ratings: the held-out rows.
  ///   - training: the rows before them, with the same catalogue.
  ///   - scale: nil for the values that occur in training.
  public init(
    of ratings: Ratings, after training: Ratings, length: Int = 10, scale: [Float]? = nil
  ) {
    _ = Split(training: training, validation: ratings)
    if ratings.count > 0, training.count > 0,
      ratings.timestamps.isEmpty != training.timestamps.isEmpty
    {
      stop("RatingSequences", "only one of the two parts has times; take both from one table")
    }
    let history = UserHistories(training)
    let ends = ratings.values.indices.map { row in
      history.end(
        user: Int(ratings.users[row]),
        time: ratings.timestamps.isEmpty ? nil : ratings.timestamps[row])
    }
    self.init(of: ratings, history: history, ends: ends, length: length, scale: scale)
  }

  private init(
    of ratings: Ratings, history: UserHistories, ends: [Int], length: Int, scale: [Float]?
  ) {
    if length < 1 { stop("RatingSequences", "length is \(length); it must be at least 1") }
    self.ratings = ratings
    self.length = length
    self.history = history
    self.ends = ends
    self.scale = RatingScale.checked(scale, for: history.ratings)
    features = UserFeatures(of: ratings)
    levels = RatingScale.levels(of: history.ratings, on: self.scale)
  }

  public var count: Int { ratings.count }

  /// The windows that end in some rows, and as targets these rows' ratings, of shape `[batch]`.
  public func batch(at positions: [Int]) -> Batch<ItemSequences, Tensor> {
    for row in positions { ratings.checkRow(row) }
    let input = sequences(
      users: positions.map { Int(ratings.users[$0]) },
      items: positions.map { Int(ratings.items[$0]) }, ends: positions.map { ends[$0] })
    return Batch(input: input, targets: Tensor(positions.map { ratings.values[$0] }))
  }

  /// For each of some items, the window in which it comes after all that the user has rated in the
  /// history: what the next rating would be. Items are indices of the ratings.
  public func next(_ items: [Int], for user: Int) -> ItemSequences {
    ratings.checkUser(user)
    for item in items { ratings.checkItem(item) }
    let end = history.end(user: user, time: nil)
    return sequences(
      users: items.map { _ in user }, items: items, ends: items.map { _ in end })
  }

  private func sequences(users: [Int], items: [Int], ends: [Int]) -> ItemSequences {
    var places: [Int32] = []
    var steps: [Int32] = []
    for (index, user) in users.enumerated() {
      let seen = history.rows(of: user, before: ends[index]).suffix(length - 1)
      let fill = [Int32](repeating: 0, count: length - 1 - seen.count)
      places += fill + seen.map { history.ratings.items[$0] + 1 } + [Int32(items[index]) + 1]
      steps += fill + seen.map { levels[$0] }
    }
    return ItemSequences(
      users: Indices(users), items: Indices(shape: [users.count, length], values: places),
      ratings: Indices(shape: [users.count, length - 1], values: steps),
      features: features.map { $0(users) })
  }
}
