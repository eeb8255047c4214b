/// A user who was not there when a model was trained, described by the model's own factors.
public struct FoldedUser: Sendable {
  /// What the user rated, item indices in order.
  public let ratedItems: [Int]
  /// The predicted rating of each item.
  public let scores: [Double]
  /// The user's factors, without the bias.
  public let factors: [Double]
  /// The user's bias; 0 where the model has none.
  public let bias: Double

  /// The best items that the user has not rated, with titles.
  ///
  /// Of equal scores the lower index comes first.
  ///
  /// - Parameters:
  ///   - count: how many, fewer when there are not as many.
  ///   - ratings: whose catalogue of items has the titles.
  public func recommend(_ count: Int, from ratings: Ratings) -> Recommendations {
    if count < 0 { stop("recommend", "cannot recommend \(count) items") }
    checkCatalogue("recommend", "items", model: scores.count, ratings: ratings.itemCount)
    var isLeftOut = [Bool](repeating: false, count: scores.count)
    for item in ratedItems { isLeftOut[item] = true }
    let best = topItems(count, scores: scores, user: nil, isLeftOut: isLeftOut)
    return Recommendations(
      user: nil,
      entries: best.map {
        Recommendation(item: $0, title: ratings.title(of: $0), score: scores[$0])
      })
  }
}

/// An item that was not there when a model was trained, described by the model's own factors.
public struct FoldedItem: Sendable {
  /// The predicted rating by each user.
  public let scores: [Double]
  /// The item's factors, without the bias.
  public let factors: [Double]
  /// The item's bias; 0 where the model has none.
  public let bias: Double
}

extension FactorModel {
  /// A new user, from a few ratings and without training: factors and bias that fit them, while the
  /// items' are held.
  ///
  ///     let reader = model.newUser(rating: [318: 5, 296: 4.5, 1: 2])
  ///     reader.recommend(10, from: split.training)
  ///
  /// The solution minimizes Σ (r_i − rating_i)² + λ · n · ‖x − typical‖², n the number of ratings.
  /// Without ratings the user is the typical one: for ``DotProduct`` the mean of all users, for
  /// ``AlternatingLeastSquares`` 0. All arithmetic is in double precision.
  ///
  /// - Parameters:
  ///   - ratings: what the user gave to which item, by index; finite.
  ///   - regularization: λ, positive. For ``AlternatingLeastSquares`` that of the training.
  public func newUser(rating ratings: [Int: Float], regularization: Double = 0.1) -> FoldedUser {
    let model = factorization
    let (rated, row) = model.fold(
      ratings, into: model.items, typical: model.typicalUser, regularization, "newUser", "item")
    return FoldedUser(
      ratedItems: rated, scores: model.ratings(row, model.items),
      factors: Array(row.dropLast()), bias: row[row.count - 1])
  }

  /// A new item, from the ratings of a few users and without training; see
  /// ``newUser(rating:regularization:)``.
  ///
  ///     model.newItem(ratedBy: [12: 5, 77: 3.5]).scores[5]
  ///
  /// - Parameters:
  ///   - ratings: what which user gave to the item, by index; finite.
  ///   - regularization: λ, positive.
  public func newItem(ratedBy ratings: [Int: Float], regularization: Double = 0.1) -> FoldedItem {
    let model = factorization
    let (_, row) = model.fold(
      ratings, into: model.users, typical: model.typicalItem, regularization, "newItem", "user")
    return FoldedItem(
      scores: model.ratings(row, model.users), factors: Array(row.dropLast()),
      bias: row[row.count - 1])
  }
}

extension Factorization {
  fileprivate func ratings(_ row: [Double], _ others: FactorTable) -> [Double] {
    (0..<others.count).map { rating(row[...], others[$0]).value }
  }

  fileprivate func fold(
    _ ratings: [Int: Float], into others: FactorTable, typical: [Double], _ regularization: Double,
    _ operation: String, _ other: String
  ) -> (rated: [Int], row: [Double]) {
    guard regularization > 0, regularization.isFinite else {
      stop(operation, "regularization is \(regularization); it is positive")
    }
    // In order of index: a dictionary's own order must not reach the sums.
    let entries = ratings.sorted { $0.key < $1.key }
    for (index, rating) in entries {
      checkIndex(index, other, "\(other)s", count: others.count)
      if !rating.isFinite { stop(operation, "the rating of \(other) \(index) is \(rating)") }
    }
    let problem = FoldIn(
      factorization: self, others: others, typical: typical, regularization: regularization,
      rated: entries.map(\.key), ratings: entries.map { Double($0.value) })
    return (problem.rated, problem.solution())
  }
}
