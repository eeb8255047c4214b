import Engine

/// Items that are rated alike, and the recommender made of them: k nearest neighbours.
///
///     cosine(i, j) = Σ r_ui · r_uj / (‖r_i‖ · ‖r_j‖) · n / (n + shrinkage)
///     rating = mean_i + Σ cosine(i, j) · (r_uj - mean_j) / Σ cosine(i, j)
///
/// Sums in the cosine are over the n users who rated both items, norms over all ratings of an item,
/// as if a rating that is missing were 0 (LensKit; Surprise's cosine takes the norms over common
/// users only). The rating's sums are over those of the user's items that are most similar to i, as
/// many as `neighbours` and only those with a positive cosine; without any the prediction is the
/// item's mean, and for an item without ratings the mean of all ratings. (B. Sarwar et al.,
/// *Item-based collaborative filtering recommendation algorithms*, 2001.)
public struct ItemNeighbours: ItemScorer, Sendable {
  private let ratings: Ratings
  private let neighbours: Int
  private let minimumSupport: Int
  private let similarities: CosineSimilarities
  private let itemMeans: [Double]
  private let rowsByUser: RowGroups

  /// - Parameters:
  ///   - ratings: at least one; of a user's several ratings of an item the last counts.
  ///   - neighbours: how many of the user's items a prediction rests on, 1 or more.
  ///   - centring: what is taken from each rating before cosines are computed.
  ///   - minimumSupport: how many users must have rated both items for them to be neighbours.
  ///   - shrinkage: how many common users make the similarity half of what it would be.
  public init(
    of ratings: Ratings, neighbours: Int = 20, centring: RatingCentring = .none,
    minimumSupport: Int = 1, shrinkage: Double = 0
  ) {
    CosineSimilarities.check(
      "ItemNeighbours", minimumSupport: minimumSupport, shrinkage: shrinkage)
    if neighbours < 1 { stop("ItemNeighbours", "neighbours is \(neighbours); it is at least 1") }
    if ratings.count == 0 { stop("ItemNeighbours", "there are no ratings to compare") }
    let ratings = ratings.withoutRepeats()
    let (byItem, byUser) = ratings.sparse(centring)
    let overall = ratings.meanRating
    self.ratings = ratings
    self.neighbours = neighbours
    self.minimumSupport = minimumSupport
    similarities = CosineSimilarities(
      rows: byItem, columns: byUser, minimumSupport: minimumSupport, shrinkage: shrinkage)
    itemMeans = ratings.itemMeans.map { $0 ?? overall }
    rowsByUser = ratings.rowsByUser
  }

  /// The items most similar to one.
  ///
  /// - Parameters:
  ///   - item: an index.
  ///   - count: how many, fewer when there are not as many with enough users in common.
  public func similar(to item: Int, count: Int) -> Neighbours {
    ratings.checkItem(item)
    let (similarity, support) = similarities.similarities(to: item)
    return Neighbours(
      count, of: item, similarity: similarity, support: support, minimumSupport: minimumSupport,
      title: ratings.title(of:))
  }

  /// The predicted ratings of all items.
  public func scores(forUser user: Int) -> [Double] {
    ratings.checkUser(user)
    var nearest = NearestRated(itemCount: ratings.itemCount, limit: neighbours)
    for row in rowsByUser[user] {
      let rated = Int(ratings.items[row])
      let deviation = Double(ratings.values[row]) - itemMeans[rated]
      let (similarity, _) = similarities.similarities(to: rated)
      for item in similarity.indices where similarity[item] > 0 && item != rated {
        nearest.offer(deviation, similarity[item], to: item)
      }
    }
    return itemMeans.indices.map { itemMeans[$0] + nearest.meanDeviation(of: $0) }
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Tensor {
    for item in pairs.items.values { ratings.checkItem(Int(item)) }
    var known: [Int32: [Double]] = [:]
    return Tensor(
      zip(pairs.users.values, pairs.items.values).map { user, item in
        let scores = known[user] ?? scores(forUser: Int(user))
        known[user] = scores
        return Float(scores[Int(item)])
      })
  }
}

/// For each item the most similar ones among those a user has rated.
private struct NearestRated {
  private let limit: Int
  /// For each item the similarities, the largest first, of equals what was offered first.
  private var similarities: [[Double]]
  private var deviations: [[Double]]

  init(itemCount: Int, limit: Int) {
    self.limit = limit
    similarities = [[Double]](repeating: [], count: itemCount)
    deviations = similarities
  }

  mutating func offer(_ deviation: Double, _ similarity: Double, to item: Int) {
    let isFull = similarities[item].count == limit
    if isFull && similarities[item][limit - 1] >= similarity { return }
    let place = similarities[item].firstIndex { $0 < similarity } ?? similarities[item].count
    similarities[item].insert(similarity, at: place)
    deviations[item].insert(deviation, at: place)
    if isFull {
      similarities[item].removeLast()
      deviations[item].removeLast()
    }
  }

  /// The mean of the deviations, weighted with the similarities; 0 without any.
  func meanDeviation(of item: Int) -> Double {
    let weights = similarities[item]
    if weights.isEmpty { return 0 }
    let sum = zip(weights, deviations[item]).reduce(0) { $0 + $1.0 * $1.1 }
    return sum / weights.reduce(0, +)
  }
}
