/// The rows of a table by what they belong to: for each user the user's rows, in their order.
struct RowGroups {
  private let starts: [Int]
  private let rows: [Int]

  /// - Parameters:
  ///   - column: for each row the group, 0 to `count` - 1.
  ///   - count: how many groups there are.
  init(_ column: [Int32], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for group in column { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int](repeating: 0, count: column.count)
    for (row, group) in column.enumerated() {
      rows[next[Int(group)]] = row
      next[Int(group)] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  var count: Int { starts.count - 1 }

  subscript(group: Int) -> ArraySlice<Int> { rows[starts[group]..<starts[group + 1]] }
}

extension Ratings {
  var rowsByUser: RowGroups { RowGroups(users, count: userCount) }
  var rowsByItem: RowGroups { RowGroups(items, count: itemCount) }

  /// For each item whether this user, an index, has rated it here.
  func isRated(by user: Int) -> [Bool] {
    var isRated = [Bool](repeating: false, count: itemCount)
    for (rater, item) in zip(users, items) where rater == user { isRated[Int(item)] = true }
    return isRated
  }
}
