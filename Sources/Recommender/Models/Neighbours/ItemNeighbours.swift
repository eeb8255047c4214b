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
  private let similarities: CosineSimilarities
  private let itemMeans: [Double]
  private let userRows: SparseRows

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
    similarities = CosineSimilarities(
      rows: byItem, columns: byUser, minimumSupport: minimumSupport, shrinkage: shrinkage)
    itemMeans = ratings.itemMeans(default: overall)
    userRows = SparseRows(
      ratings.rowsByUser, columns: ratings.items, values: ratings.values.map(Double.init))
  }

  /// The items most similar to one.
  ///
  /// - Parameters:
  ///   - item: an index.
  ///   - count: how many, fewer when there are not as many with enough users in common.
  public func similar(to item: Int, count: Int) -> Neighbours {
    ratings.checkItem(item)
    let pairs = similarities.pairs(of: item).map { ($0.row, $0.similarity, Int?($0.support)) }
    return Neighbours(count, of: item, candidates: pairs, title: ratings.title(of:))
  }

  /// The predicted ratings of all items.
  ///
  /// Cosines are computed when they are asked for: on MovieLens Latest Small about 50 ms for a user.
  public func scores(forUser user: Int) -> [Double] {
    ratings.checkUser(user)
    var nearest = [NearestRated](repeating: NearestRated(neighbours), count: ratings.itemCount)
    for place in userRows.places(of: user) {
      let rated = userRows.columns[place]
      let deviation = userRows.values[place] - itemMeans[rated]
      for pair in similarities.pairs(of: rated) where pair.row != rated {
        nearest[pair.row].offer(deviation, pair.similarity)
      }
    }
    return itemMeans.indices.map { itemMeans[$0] + nearest[$0].meanDeviation }
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Tensor {
    for user in pairs.users.values { ratings.checkUser(Int(user)) }
    for item in pairs.items.values { ratings.checkItem(Int(item)) }
    let askedOfItem = RowGroups(pairs.items.values, count: ratings.itemCount)
    var predictions = [Float](repeating: 0, count: pairs.count)
    var similarity = [Double](repeating: 0, count: ratings.itemCount)
    for item in 0..<ratings.itemCount where !askedOfItem[item].isEmpty {
      let similar = similarities.pairs(of: item)
      for pair in similar where pair.row != item { similarity[pair.row] = pair.similarity }
      for asked in askedOfItem[item] {
        let user = Int(pairs.users.values[asked])
        predictions[asked] = Float(prediction(user: user, item: item, similarity))
      }
      for pair in similar { similarity[pair.row] = 0 }
    }
    return Tensor(predictions)
  }

  /// - Parameter similarity: of each item to this one, 0 for those that are no neighbours.
  private func prediction(user: Int, item: Int, _ similarity: [Double]) -> Double {
    var nearest = NearestRated(neighbours)
    for place in userRows.places(of: user) {
      let rated = userRows.columns[place]
      nearest.offer(userRows.values[place] - itemMeans[rated], similarity[rated])
    }
    return itemMeans[item] + nearest.meanDeviation
  }
}

/// The most similar ones among the items that a user has rated.
private struct NearestRated {
  private let limit: Int
  /// The largest first, of equals what was offered first.
  private var similarities: [Double] = []
  private var deviations: [Double] = []

  init(_ limit: Int) { self.limit = limit }

  mutating func offer(_ deviation: Double, _ similarity: Double) {
    let isFull = similarities.count == limit
    if similarity <= 0 || isFull && similarities[limit - 1] >= similarity { return }
    let place = similarities.firstIndex { $0 < similarity } ?? similarities.count
    similarities.insert(similarity, at: place)
    deviations.insert(deviation, at: place)
    if isFull {
      similarities.removeLast()
      deviations.removeLast()
    }
  }

  /// The mean of the deviations, weighted with the similarities; 0 without any.
  var meanDeviation: Double {
    if similarities.isEmpty { return 0 }
    let sum = zip(similarities, deviations).reduce(0) { $0 + $1.0 * $1.1 }
    return sum / similarities.reduce(0, +)
  }
}
