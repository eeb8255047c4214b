import Engine

extension Ratings {
  /// Items that a user has not rated, for each row of the table, drawn at random.
  ///
  /// Pairs `count * row` to `count * row + count - 1` belong to that row. Each item without a rating
  /// by the row's user is equally likely; draws are independent, so an item may come more than once.
  /// (Rendle et al., *BPR: Bayesian personalized ranking from implicit feedback*, 2009; He et al.,
  /// *Neural collaborative filtering*, 2017.) Only the ratings of this table count as rated: take
  /// the samples from the whole set when the validation part must not be among them.
  ///
  /// Stops the program when a user has rated every item.
  ///
  /// - Parameter count: how many for each row, 0 or more.
  public func negativeSamples(
    perRating count: Int, using random: inout RandomGenerator
  ) -> UserItemPairs {
    if count < 0 { stop("negativeSamples", "cannot draw \(count) items") }
    let (pairs, overflows) = self.count.multipliedReportingOverflow(by: count)
    if overflows || pairs > Int(Int32.max) {
      stop("negativeSamples", "\(count) for each of \(self.count) ratings are too many to hold")
    }
    var items = [Int32](repeating: 0, count: pairs)
    for rows in usersWithRatings() {
      let unrated = unratedItems(rows)
      guard count == 0 || !unrated.isEmpty else {
        stop("negativeSamples", "user \(users[rows[rows.startIndex]]) has rated every item")
      }
      for row in rows {
        for sample in 0..<count {
          items[row * count + sample] = unrated[random.integer(below: unrated.count)]
        }
      }
    }
    let repeated = users.flatMap { repeatElement($0, count: count) }
    return UserItemPairs(users: Indices(repeated), items: Indices(items))
  }

  /// Different items that a user has not rated, for each user with ratings, drawn at random.
  ///
  /// Pairs come by user, ascending. Each set of `count` unrated items is equally likely: what a
  /// ranking metric with sampled candidates compares the held-out items with.
  ///
  /// Stops the program when a user has too few items left.
  ///
  /// - Parameter count: how many for each user, 0 or more.
  public func negativeSamples(
    perUser count: Int, using random: inout RandomGenerator
  ) -> UserItemPairs {
    if count < 0 { stop("negativeSamples", "cannot draw \(count) items") }
    var pairs: (users: [Int32], items: [Int32]) = ([], [])
    for rows in usersWithRatings() {
      let user = users[rows[rows.startIndex]]
      var unrated = unratedItems(rows)
      guard count <= unrated.count else {
        stop(
          "negativeSamples",
          "user \(user) has not rated \(unrated.count) of the \(itemCount) items; "
            + "\(count) cannot be drawn")
      }
      for drawn in 0..<count {
        unrated.swapAt(drawn, drawn + random.integer(below: unrated.count - drawn))
      }
      pairs.users += repeatElement(user, count: count)
      pairs.items += unrated.prefix(count)
    }
    return UserItemPairs(users: Indices(pairs.users), items: Indices(pairs.items))
  }

  private func usersWithRatings() -> [ArraySlice<Int>] {
    let rows = rowsByUser
    return (0..<rows.count).map { rows[$0] }.filter { !$0.isEmpty }
  }

  private func unratedItems(_ rows: ArraySlice<Int>) -> [Int32] {
    var isRated = [Bool](repeating: false, count: itemCount)
    for row in rows { isRated[Int(items[row])] = true }
    return isRated.indices.filter { !isRated[$0] }.map(Int32.init)
  }
}
