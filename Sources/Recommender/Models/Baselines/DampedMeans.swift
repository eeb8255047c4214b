import Engine

/// The usual rating, how much better than usual an item is rated, and how much higher than usual a
/// user rates; deviations known from few ratings are drawn towards 0.
///
///     rating = mean + user's deviation + item's deviation
///     deviation = Σ residuals / (count + damping)
///
/// Items come first, then users from what the items leave over; further rounds do each again from
/// what the other leaves over. Without damping and in one round it is what LensKit calls a bias
/// model. (S. Funk, *Netflix update: try this at home*, 2006; Y. Koren, *Factor in the neighbors*,
/// 2010, section 2.1, with 25 for items and 10 for users. Surprise's `BaselineOnly` alternates as
/// well, 10 rounds with 10 for items and 15 for users.) A user or item without ratings has a
/// deviation of 0; one that the catalogue does not have stops the program.
public struct DampedMeans: RatingModel {
  /// Of all ratings.
  public let mean: Double
  /// How much higher than usual each user rates.
  public let userDeviations: [Double]
  /// How much better than usual each item is rated.
  public let itemDeviations: [Double]

  /// - Parameters:
  ///   - ratings: to take the means of; at least one.
  ///   - damping: as how many ratings without deviation the prior counts, 0 or more.
  ///   - rounds: how often items and users are computed; 1: each once.
  public init(of ratings: Ratings, damping: Double = 5, rounds: Int = 10) {
    checkNotEmpty("DampedMeans", ratings)
    guard damping >= 0, damping.isFinite else {
      stop("DampedMeans", "damping is \(damping); it is 0 or more")
    }
    if rounds < 1 { stop("DampedMeans", "rounds is \(rounds); it is at least 1") }
    mean = ratings.meanRating
    let residuals = ratings.values.map { [mean] in Double($0) - mean }
    var users = [Double](repeating: 0, count: ratings.userCount)
    var items = [Double](repeating: 0, count: ratings.itemCount)
    for _ in 0..<rounds {
      items = Self.deviations(
        residuals, of: ratings.items, counts: ratings.itemCounts, less: users, of: ratings.users,
        damping)
      users = Self.deviations(
        residuals, of: ratings.users, counts: ratings.userCounts, less: items, of: ratings.items,
        damping)
    }
    userDeviations = users
    itemDeviations = items
  }

  private static func deviations(
    _ residuals: [Double], of column: [Int32], counts: [Int], less others: [Double],
    of otherColumn: [Int32], _ damping: Double
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: counts.count)
    for row in residuals.indices {
      sums[Int(column[row])] += residuals[row] - others[Int(otherColumn[row])]
    }
    return zip(sums, counts).map { $1 == 0 ? 0 : $0 / (Double($1) + damping) }
  }

  public var userCount: Int { userDeviations.count }
  public var itemCount: Int { itemDeviations.count }

  public func prediction(user: Int, item: Int) -> Double {
    mean + userDeviations[user] + itemDeviations[item]
  }
}
