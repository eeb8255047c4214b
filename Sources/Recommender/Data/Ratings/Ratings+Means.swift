extension Ratings {
  /// The mean of all ratings; NaN when there are none.
  public var meanRating: Double {
    values.reduce(0) { $0 + Double($1) } / Double(count)
  }

  /// For each user index the mean of the user's ratings here; nil without any.
  public var userMeans: [Double?] { means(by: users, counts: userCounts) }

  /// For each item index the mean of the item's ratings here; nil without any.
  public var itemMeans: [Double?] { means(by: items, counts: itemCounts) }

  /// For each user index the mean of the user's ratings here, `other` for a user without any.
  ///
  ///     training.userMeans(default: training.meanRating)
  public func userMeans(default other: Double) -> [Double] { userMeans.map { $0 ?? other } }

  /// For each item index the mean of the item's ratings here, `other` for an item without any.
  public func itemMeans(default other: Double) -> [Double] { itemMeans.map { $0 ?? other } }

  private func means(by column: [Int32], counts: [Int]) -> [Double?] {
    var sums = [Double](repeating: 0, count: counts.count)
    for (index, value) in zip(column, values) { sums[Int(index)] += Double(value) }
    return zip(sums, counts).map { $1 == 0 ? nil : $0 / Double($1) }
  }
}
