extension CosineSimilarities {
  /// Stops the program for options that make no sense.
  static func check(_ operation: String, minimumSupport: Int, shrinkage: Double) {
    if minimumSupport < 1 {
      stop(operation, "minimumSupport is \(minimumSupport); it is at least 1")
    }
    guard shrinkage >= 0, shrinkage.isFinite else {
      stop(operation, "shrinkage is \(shrinkage); it is 0 or more")
    }
  }
}

/// Users who rate alike.
///
///     cosine(u, v) = Σ r_ui · r_vi / (‖r_u‖ · ‖r_v‖) · n / (n + shrinkage)
///
/// See ``ItemNeighbours``, which compares items in the same way; n is how many items both users have
/// rated.
public struct UserNeighbours: Sendable {
  private let similarities: CosineSimilarities
  private let identifiers: Identifiers

  /// - Parameters:
  ///   - ratings: of a user's several ratings of an item the last counts.
  ///   - centring: what is taken from each rating first.
  ///   - minimumSupport: how many items two users must both have rated to be neighbours.
  ///   - shrinkage: how many common items make the similarity half of what it would be.
  public init(
    of ratings: Ratings, centring: RatingCentring = .none, minimumSupport: Int = 1,
    shrinkage: Double = 0
  ) {
    CosineSimilarities.check(
      "UserNeighbours", minimumSupport: minimumSupport, shrinkage: shrinkage)
    let (byItem, byUser) = ratings.withoutRepeats().sparse(centring)
    similarities = CosineSimilarities(
      rows: byUser, columns: byItem, minimumSupport: minimumSupport, shrinkage: shrinkage)
    identifiers = ratings.catalogue.userIdentifiers
  }

  /// The users most similar to one.
  ///
  /// - Parameters:
  ///   - user: an index.
  ///   - count: how many, fewer when there are not as many with enough items in common.
  public func similar(to user: Int, count: Int) -> Neighbours {
    checkIndex(user, "user", "users", count: identifiers.count)
    let pairs = similarities.pairs(of: user).map { ($0.row, $0.similarity, Int?($0.support)) }
    return Neighbours(count, of: user, candidates: pairs) { identifiers[$0] }
  }
}
