import Engine

extension ItemScorer {
  /// The best items that a user has not rated, with titles.
  ///
  ///     model.recommend(10, for: 5, from: split.training)
  ///
  /// The same as ``Ratings/recommend(_:to:by:includingRated:)``, which says how ties are broken.
  ///
  /// - Parameters:
  ///   - count: how many, fewer when there are not as many.
  ///   - user: an index.
  ///   - ratings: what the user has rated, and the catalogue that has the titles.
  public func recommend(_ count: Int, for user: Int, from ratings: Ratings) -> Recommendations {
    ratings.recommend(count, to: user, by: self)
  }
}

extension FactorModel {
  /// The items whose factors point in the most similar direction, by cosine; biases do not count.
  ///
  ///     model.similarItems(to: 31, count: 10, in: ratings)
  ///
  /// - Parameter ratings: whose catalogue has the titles.
  public func similarItems(to item: Int, count: Int, in ratings: Ratings) -> Neighbours {
    ratings.similarItems(to: item, in: factorization.items.factors, count: count)
  }

  /// The users whose factors point in the most similar direction, by cosine; biases do not count.
  ///
  /// - Parameter ratings: whose catalogue has the identifiers.
  public func similarUsers(to user: Int, count: Int, in ratings: Ratings) -> Neighbours {
    ratings.similarUsers(to: user, in: factorization.users.factors, count: count)
  }
}

extension FactorTable {
  /// All columns but the last, which holds the biases.
  fileprivate var factors: Tensor { columns(Array(0..<width - 1)).tensor }
}

/// Stops the program where a model and ratings have different catalogues.
func checkCatalogue(_ operation: String, _ what: String, model: Int, ratings: Int) {
  if model == ratings { return }
  stop(
    operation,
    "the model has \(model) \(what), the ratings \(ratings); take both from the same catalogue")
}
