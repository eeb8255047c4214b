/// For each user the rows of a table in the order of time, ties in the order of the rows.
struct UserHistories: Sendable {
  let ratings: Ratings
  private let rowsInTime: [[Int]]

  init(_ ratings: Ratings) {
    let groups = ratings.rowsByUser
    self.ratings = ratings
    rowsInTime = (0..<groups.count).map { ratings.inTime(Array(groups[$0])) }
  }

  /// For each row how many of its user's rows come before it.
  var placeOfRow: [Int] {
    var places = [Int](repeating: 0, count: ratings.count)
    for rows in rowsInTime {
      for (place, row) in rows.enumerated() { places[row] = place }
    }
    return places
  }

  /// How many of the user's rows are not later than a time; all of them where it is not known.
  func end(user: Int, time: Int64?) -> Int {
    let rows = rowsInTime[user]
    guard let time else { return rows.count }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if ratings.timestamps[rows[middle]] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first `end` rows of a user.
  func rows(of user: Int, before end: Int) -> ArraySlice<Int> { rowsInTime[user].prefix(end) }
}
