import Engine

/// A recommender from a ``SequenceTransformer``: each item's rating if it came next for the user.
///
///     let scorer = NextItemScorer(model, after: RatingSequences(of: split.training))
///     split.training.recommend(10, to: 5, by: scorer)
public struct NextItemScorer: ItemScorer {
  private let model: SequenceTransformer
  private let sequences: RatingSequences

  /// - Parameter sequences: their history is what the user has seen.
  public init(_ model: SequenceTransformer, after sequences: RatingSequences) {
    self.model = model
    self.sequences = sequences
  }

  public func scores(forUser user: Int) -> [Double] {
    let items = Array(0..<sequences.ratings.itemCount)
    // Some at a time: the feed-forward network has 2048 numbers for each place of each window.
    return stride(from: 0, to: items.count, by: 256).flatMap { start in
      let part = Array(items[start..<min(start + 256, items.count)])
      return model(sequences.next(part, for: user)).value.scalars.map(Double.init)
    }
  }
}
