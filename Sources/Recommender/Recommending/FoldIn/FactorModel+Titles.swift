extension FactorModel {
  /// A new user, from a few ratings of items by their titles; see
  /// ``newUser(rating:regularization:)``.
  ///
  ///     try model.newUser(rating: ["Toy Story (1995)": 5, "pulp fiction": 2], in: ratings)
  ///
  /// - Parameters:
  ///   - ratings: what the user gave to which item. A title can be a part of one, letters' case
  ///     ignored, if no other title has that part.
  ///   - catalogue: ratings whose catalogue has the titles.
  ///   - regularization: λ, positive.
  /// - Throws: ``TitleNotFound`` or ``UnclearTitle``, which name the titles that may be meant.
  public func newUser(
    rating ratings: [String: Float], in catalogue: Ratings, regularization: Double = 0.1
  ) throws -> FoldedUser {
    checkCatalogue(
      "newUser", "items", model: factorization.items.count, ratings: catalogue.itemCount)
    let titles = try catalogue.items(named: Array(ratings.keys))
    return newUser(rating: titles.mapValues { ratings[$0]! }, regularization: regularization)
  }
}
