extension Ratings {
  /// For each user index how many of these ratings are the user's.
  public var userCounts: [Int] { Self.counts(of: users, total: userCount) }

  /// For each item index how many of these ratings are of the item.
  public var itemCounts: [Int] { Self.counts(of: items, total: itemCount) }

  /// The users with the most ratings here, the most active first; of equals the lower index.
  ///
  /// - Parameter count: how many to return, fewer when there are not as many.
  public func mostActiveUsers(_ count: Int) -> [Int] { Self.largest(count, of: userCounts) }

  /// The items with the most ratings here, the most rated first; of equals the lower index.
  ///
  /// - Parameter count: how many to return, fewer when there are not as many.
  public func mostRatedItems(_ count: Int) -> [Int] { Self.largest(count, of: itemCounts) }

  /// The ratings of some items by some users as a grid, as on a sheet of paper.
  ///
  /// - Parameters:
  ///   - users: indices, one for each row of the grid.
  ///   - items: indices, one for each column.
  /// - Returns: `[users][items]`, nil where the user has not rated the item. Where a user has
  ///   rated an item more than once, the last row of the table counts.
  public func matrix(users: [Int], items: [Int]) -> [[Double?]] {
    for user in users { checkUser(user) }
    for item in items { checkItem(item) }
    let row = Self.positions(of: users, "user", total: userCount)
    let column = Self.positions(of: items, "item", total: itemCount)
    var grid = [[Double?]](repeating: .init(repeating: nil, count: items.count), count: users.count)
    for index in values.indices {
      let user = row[Int(self.users[index])], item = column[Int(self.items[index])]
      if user >= 0 && item >= 0 { grid[user][item] = Double(values[index]) }
    }
    return grid
  }

  private static func counts(of column: [Int32], total: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: total)
    for index in column { counts[Int(index)] += 1 }
    return counts
  }

  private static func largest(_ count: Int, of counts: [Int]) -> [Int] {
    let order = counts.indices.sorted { left, right in
      counts[left] == counts[right] ? left < right : counts[left] > counts[right]
    }
    return Array(order.prefix(max(count, 0)))
  }

  /// For each index its place in `chosen`, or -1.
  private static func positions(of chosen: [Int], _ what: String, total: Int) -> [Int] {
    var positions = [Int](repeating: -1, count: total)
    for (place, index) in chosen.enumerated() {
      if positions[index] >= 0 { stop("matrix", "\(what) \(index) occurs twice") }
      positions[index] = place
    }
    return positions
  }
}
