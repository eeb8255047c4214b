extension ImplicitLeastSquares {
  /// A new user, from what the user chose and without training: the factors that fit it, while the
  /// items' are held.
  ///
  ///     let reader = model.newUser(choosing: [318, 296, 1])
  ///     reader.recommend(10, from: split.training)
  ///
  /// This is the half of a sweep that solves for users, for one row, with the regularization and the
  /// confidence of the training:
  ///
  ///     x = (YᵀCY + λI)⁻¹ YᵀCw,  C the diagonal of the c_i
  ///
  /// (Hu, Koren, Volinsky 2008, equation 4.) Who chose nothing has the factors 0. The user's bias is
  /// 0, since the model has none. All arithmetic is in double precision.
  ///
  /// - Parameter items: by index; an item that is named twice was chosen twice.
  public func newUser(choosing items: [Int]) -> FoldedUser {
    newUser(choosing: Dictionary(items.map { ($0, 1) }, uniquingKeysWith: +))
  }

  /// The same from how often the user chose each item.
  ///
  /// - Parameter counts: how often, 0 or more, by the item's index.
  public func newUser(choosing counts: [Int: Float]) -> FoldedUser {
    var equations = Self.equationsOfAllPairs(with: items)
    // In order of index: a dictionary's own order must not reach the sums.
    let entries = counts.sorted { $0.key < $1.key }
    for (item, count) in entries {
      checkIndex(item, "item", "items", count: items.count)
      guard count >= 0, count.isFinite else {
        stop("newUser", "item \(item) was chosen \(count) times; how often is 0 or more")
      }
      let (extra, wanted) = Self.weights(ofCount: count, confidence: confidence)
      equations.add(items[item], weight: extra, target: wanted)
    }
    let factors = equations.solution(penalty: regularization)
    return FoldedUser(
      ratedItems: entries.map(\.key),
      scores: items.products(with: factors[...], length: items.width), factors: factors, bias: 0)
  }

  /// The same from titles, or parts of them that no other title has.
  ///
  ///     try model.newUser(choosing: ["Toy Story (1995)", "pulp fiction"], in: ratings)
  ///
  /// - Parameter ratings: whose catalogue has the titles.
  /// - Throws: ``TitleNotFound`` or ``UnclearTitle``, which name the titles that may be meant.
  public func newUser(choosing titles: [String], in ratings: Ratings) throws -> FoldedUser {
    checkCatalogue("newUser", "items", model: items.count, ratings: ratings.itemCount)
    return newUser(choosing: Array(try ratings.items(named: titles).keys))
  }
}
