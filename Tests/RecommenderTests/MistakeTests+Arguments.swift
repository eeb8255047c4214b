import Engine

@testable import Recommender

extension MistakeTests {
  /// Counts, fractions and settings out of their range.
  static let argumentMistakes: [Mistake] = [
    Mistake("split(holdingOut:seed:): a fraction is between 0 and 1, not nan") {
      _ = ratings.split(holdingOut: .nan, seed: 1)
    },
    Mistake("split(holdingOutLatest:): a fraction is between 0 and 1, not -0.1") {
      _ = ratings.split(holdingOutLatest: -0.1)
    },
    Mistake("split(holdingOutLast:): cannot hold out -1 ratings") {
      _ = ratings.split(holdingOutLast: -1)
    },
    Mistake("folds: 2 ratings cannot be divided into 1 folds") {
      var random = seeded
      _ = ratings.folds(count: 1, using: &random)
    },
    Mistake("negativeSamples: cannot draw -1 items") {
      var random = seeded
      _ = ratings.negativeSamples(perRating: -1, using: &random)
    },
    Mistake("negativeSamples: 9223372036854775807 for each of 2 ratings are too many to hold") {
      var random = seeded
      _ = ratings.negativeSamples(perRating: .max, using: &random)
    },
    Mistake("negativeSamples: cannot draw -3 items") {
      var random = seeded
      _ = ratings.negativeSamples(perUser: -3, using: &random)
    },
    Mistake("similar: cannot find -1 neighbours") {
      _ = ratings.similarItems(to: 0, in: Tensor([[1], [2]]), count: -1)
    },
    Mistake("there is no user 7: the users are 0 to 1") {
      _ = ratings.similarUsers(to: 7, in: Tensor([[1], [2]]), count: 1)
    },
    Mistake("ItemNeighbours: shrinkage is nan; it is 0 or more") {
      _ = ItemNeighbours(of: ratings, shrinkage: .nan)
    },
    Mistake("ItemNeighbours: minimumSupport is 0; it is at least 1") {
      _ = ItemNeighbours(of: ratings, minimumSupport: 0)
    },
    Mistake("AlternatingLeastSquares: regularization is nan; it is positive") {
      var random = seeded
      _ = AlternatingLeastSquares(for: ratings, factors: 1, regularization: .nan, using: &random)
    },
    Mistake("AlternatingLeastSquares: sweeps is 0; it is at least 1") {
      var random = seeded
      _ = AlternatingLeastSquares(for: ratings, factors: 1, sweeps: 0, using: &random)
    },
    Mistake("ImplicitLeastSquares: confidence is nan; it is 0 or more") {
      var random = seeded
      _ = ImplicitLeastSquares(for: ratings, factors: 1, confidence: .nan, using: &random)
    },
    Mistake("there is no user 2: the users are 0 to 1") {
      var random = seeded
      _ = ImplicitLeastSquares(for: ratings, factors: 1, using: &random).scores(forUser: 2)
    },
    Mistake("DotProduct: the range of predictions is from 2.0 to 2.0; it must be finite") {
      var random = seeded
      _ = DotProduct(for: ratings, factors: 1, range: 2...2, using: &random)
    },
    Mistake("SequenceTransformer: the range of predictions is from 0.0 to inf") {
      var random = seeded
      _ = SequenceTransformer(
        userCount: 2, itemCount: 2, range: 0 ... .infinity, using: &random)
    },
    Mistake("SequenceTransformer: length is 0; it must be at least 1") {
      var random = seeded
      var sizes = SequenceTransformer.Sizes()
      sizes.length = 0
      _ = SequenceTransformer(userCount: 2, itemCount: 2, sizes: sizes, using: &random)
    },
    Mistake("Embedding: width is 0; it must be at least 1") {
      var random = seeded
      _ = DotProduct(for: ratings, factors: 0, using: &random)
    },
    Mistake("UserItemPairs: users [1] and items [2] must be equally long rows") {
      _ = UserItemPairs(users: [0], items: [0, 1])
    },
    Mistake("ItemSequences: users [1] and items [2] do not fit") {
      _ = ItemSequences(users: [0], items: [0, 1])
    },
    Mistake("rankingMetrics: relevantFrom is NaN") {
      _ = Split(training: ratings, validation: ratings)
        .rankingMetrics(of: MeanRatings(of: ratings), at: 1, relevantFrom: .nan)
    },
    Mistake("RankedList: the gain of item 0 is -1.0; gains are 0 or more") {
      let negative = Ratings(users: [1], items: [1], ratings: [-1])
      let scores = FixedScores(scores: [1])
      let nothing = negative.filter { _ in false }
      _ = Split(training: nothing, validation: negative)
        .rankingMetrics(of: scores, at: 1, gain: .rating)
    },
    Mistake("MeanRatings: there are no ratings to take the mean of") {
      _ = MeanRatings(of: ratings.filter { _ in false })
    },
  ]
}
