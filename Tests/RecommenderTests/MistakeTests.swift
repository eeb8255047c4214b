import Engine
import Testing

@testable import Recommender

/// What a program can get wrong stops it with a message that names the mistake.
struct MistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable () -> Void

    init(_ message: String, _ make: @escaping @Sendable () -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static var ratings: Ratings {
    .example([(0, 1, 4, 0), (1, 0, 3, 0)], users: 2, items: 2)
  }

  static var seeded: RandomGenerator { RandomGenerator(seed: 1) }

  private static var leastSquares: AlternatingLeastSquares {
    var random = seeded
    return AlternatingLeastSquares(for: ratings, factors: 1, using: &random)
  }

  private static var implicit: ImplicitLeastSquares {
    var random = seeded
    return ImplicitLeastSquares(for: ratings, factors: 1, using: &random)
  }

  private static func pair(_ user: Int, _ item: Int) -> UserItemPairs {
    UserItemPairs(users: [user], items: [item])
  }

  static let mistakes: [Mistake] = [
    Mistake("there is no row 100004: the rows are 0 to 100003") {
      _ = MovieLens.latestSmall.rows(at: [100_004])
    },
    Mistake("there is no row -1: the rows are 0 to 1") { _ = ratings.batch(at: [0, -1]) },
    Mistake("there is no row 2: the rows are 0 to 1") { _ = ratings[2] },
    Mistake("there is no row 0: there are no rows") { _ = ratings.rows(at: []).rows(at: [0]) },
    Mistake("there is no user 2: the users are 0 to 1") {
      _ = MeanRatings(of: ratings)(pair(2, 0))
    },
    Mistake("there is no item -1: the items are 0 to 1") {
      _ = MeanRatings(of: ratings)(pair(0, -1))
    },
    Mistake("there is no item 2: the items are 0 to 1") { _ = ratings.title(of: 2) },
    Mistake("there is no user 9: the users are 0 to 1") {
      _ = ratings.matrix(users: [9], items: [0])
    },
    Mistake("matrix: item 1 occurs twice") { _ = ratings.matrix(users: [0], items: [1, 1]) },
    Mistake("there is no identifier at index 2: the indices are 0 to 1") {
      _ = ratings.catalogue.userIdentifiers[2]
    },
    Mistake("there is no user 2: the users are 0 to 1") { _ = ratings.ratings(byUsers: [2]) },
    Mistake("there is no item 5: the items are 0 to 1") { _ = ratings.ratings(ofItems: [5]) },
    Mistake("Ratings: there are 2 users, 1 items, 2 ratings; each row needs one of each") {
      _ = Ratings(users: [1, 2], items: [1], ratings: [1, 2])
    },
    Mistake("Ratings: there are 1 users, 1 items, 1 ratings and 2 timestamps") {
      _ = Ratings(users: [1], items: [1], ratings: [1], timestamps: [1, 2])
    },
    Mistake("Ratings: the rating in row 1 is nan; leave such rows out") {
      _ = Ratings(users: [1, 2], items: [1, 1], ratings: [1, .nan])
    },
    Mistake("Ratings: the user in row 0 has no identifier") {
      _ = Ratings(users: [" "], items: [1], ratings: [1])
    },
    Mistake("withMinimum: a user or item cannot have -1 ratings") {
      _ = ratings.withMinimum(ratingsPerUser: -1)
    },
    Mistake("these ratings have no times; read them with timestamp:") {
      _ = Ratings(users: [1], items: [1], ratings: [1]).split(holdingOutFrom: 5)
    },
    Mistake("split(holdingOutLatest:): a fraction is between 0 and 1, not 2.0") {
      _ = ratings.split(holdingOutLatest: 2)
    },
    Mistake("Split: the training part has 2 users and 2 items, the validation part 1 and 1") {
      _ = Split(training: ratings, validation: ratings.ratings(byUsers: [0]).compacted())
    },
    Mistake("folds: 2 ratings cannot be divided into 3 folds") {
      var random = seeded
      _ = ratings.folds(count: 3, using: &random)
    },
    Mistake("negativeSamples: user 0 has not rated 1 of the 2 items; 2 cannot be drawn") {
      var random = seeded
      _ = ratings.negativeSamples(perUser: 2, using: &random)
    },
    Mistake("negativeSamples: user 0 has rated every item") {
      var random = seeded
      _ = Ratings(users: [1], items: [1], ratings: [1])
        .negativeSamples(perRating: 1, using: &random)
    },
    Mistake("recommend: the score of item 0 for user 0 is NaN") {
      _ = ratings.recommend(1, to: 0, by: FixedScores(scores: [.nan, 1]))
    },
    Mistake("recommend: there are 1 scores for 2 items") {
      _ = ratings.recommend(1, to: 0, by: FixedScores(scores: [1]))
    },
    Mistake("there is no user 2: the users are 0 to 1") {
      _ = ratings.recommend(1, to: 2, by: MeanRatings(of: ratings))
    },
    Mistake("recommend: cannot recommend -1 items") {
      _ = ratings.recommend(-1, to: 0, by: MeanRatings(of: ratings))
    },
    Mistake("PairScorer: 2 items need a score each; the function gave the shape [1]") {
      _ = ratings.recommend(1, to: 0) { _ in Tensor([1]) }
    },
    Mistake("rankingMetrics: metrics at k need a k of 1 or more, not 0") {
      _ = Split(training: ratings, validation: ratings)
        .rankingMetrics(of: MeanRatings(of: ratings), at: 0)
    },
    Mistake("RankedList: the gain of item 4 is -1.0; gains are 0 or more") {
      _ = RankedList([4], gains: [4: -1])
    },
    Mistake("RankedList: an item is ranked twice") { _ = RankedList([4, 4], relevant: [4]) },
    Mistake("RankedList: metrics at k need a k of 1 or more, not 0") {
      _ = RankedList([4], relevant: [4]).ndcg(at: 0)
    },
    Mistake("ItemNeighbours: neighbours is 0; it is at least 1") {
      _ = ItemNeighbours(of: ratings, neighbours: 0)
    },
    Mistake("UserNeighbours: shrinkage is -1.0; it is 0 or more") {
      _ = UserNeighbours(of: ratings, shrinkage: -1)
    },
    Mistake("there is no item 2: the items are 0 to 1") {
      _ = ItemNeighbours(of: ratings).similar(to: 2, count: 1)
    },
    Mistake("similar: the embedding's shape is [3, 1]; [2, width] is needed") {
      _ = ratings.similarItems(to: 0, in: Tensor([[1], [2], [3]]), count: 1)
    },
    Mistake("similar: row 1 of the embedding has an element that is nan") {
      _ = ratings.similarUsers(to: 0, in: Tensor([[1], [.nan]]), count: 1)
    },
    Mistake("AlternatingLeastSquares: regularization is 0.0; it is positive") {
      var random = seeded
      _ = AlternatingLeastSquares(for: ratings, factors: 1, regularization: 0, using: &random)
    },
    Mistake("AlternatingLeastSquares: factors is 0; it is at least 1") {
      var random = seeded
      _ = AlternatingLeastSquares(for: ratings, factors: 0, using: &random)
    },
    Mistake("ImplicitLeastSquares: the rating in row 0 is -4.0; how often cannot be less than 0") {
      var random = seeded
      _ = ImplicitLeastSquares(
        for: Ratings(users: [1], items: [1], ratings: [-4]), factors: 1, using: &random)
    },
    Mistake("DotProduct: itemBiases: this model has none; make it with hasBiases: true") {
      var random = seeded
      _ = DotProduct(for: ratings, factors: 2, hasBiases: false, using: &random).itemBiases
    },
    Mistake("ratingMetrics: 2 rows need a prediction each; the model gave the shape [1]") {
      _ = ratings.ratingMetrics { _ in Tensor([1]) }
    },
    Mistake("ratingMetrics: the prediction for row 1 is nan; a model that has diverged") {
      _ = ratings.ratingMetrics { _ in Tensor([1, .nan]) }
    },
    Mistake("difference(from:): the two models were not measured on the same rows") {
      let means = MeanRatings(of: ratings)
      _ = ratings.ratingMetrics(of: means)
        .difference(from: ratings.rows(at: [0]).ratingMetrics(of: means))
    },
    Mistake("difference(from:in:): 2 users at 1 cannot be paired with 2 users at 2") {
      let split = Split(training: ratings, validation: ratings)
      let metrics = [1, 2].map { split.rankingMetrics(of: MeanRatings(of: ratings), at: $0) }
      _ = metrics[0].difference(from: metrics[1], in: .ndcg)
    },
    Mistake("interval: a confidence is between 0 and 1, not 95.0") {
      _ = Estimate(meanOf: [1, 2]).interval(confidence: 95)
    },
    Mistake("split(validation:test:seed:): the parts are 0 or more and together at most 1") {
      _ = ratings.split(validation: 0.6, test: 0.6, seed: 1)
    },
    Mistake("the test part begins at 3, before the validation part at 5") {
      _ = ratings.split(validationFrom: 5, testFrom: 3)
    },
    Mistake("newUser: regularization is 0.0; it is positive") {
      _ = leastSquares.newUser(rating: [0: 3], regularization: 0)
    },
    Mistake("newUser: the rating of item 1 is nan") {
      _ = leastSquares.newUser(rating: [1: .nan])
    },
    Mistake("there is no item 2: the items are 0 to 1") {
      _ = leastSquares.newUser(rating: [2: 3])
    },
    Mistake("there is no user 7: the users are 0 to 1") {
      _ = leastSquares.newItem(ratedBy: [7: 3])
    },
    Mistake("newUser: the model has 2 items, the ratings 1") {
      _ = try? leastSquares.newUser(
        rating: ["0": 3], in: ratings.rows(at: [0]).compacted())
    },
    Mistake("newUser: the model has 2 items, the ratings 1") {
      _ = try? implicit.newUser(choosing: ["0"], in: ratings.rows(at: [0]).compacted())
    },
    Mistake("newUser: item 1 was chosen -1.0 times; how often is 0 or more") {
      _ = implicit.newUser(choosing: [1: -1])
    },
    Mistake("there is no item 2: the items are 0 to 1") { _ = implicit.newUser(choosing: [2]) },
    Mistake("recommend: the model has 2 items, the ratings 1") {
      _ = leastSquares.newUser(rating: [0: 3])
        .recommend(1, from: ratings.rows(at: [0]).compacted())
    },
    Mistake("DampedMeans: there are no ratings to learn from") {
      _ = DampedMeans(of: ratings.rows(at: []))
    },
    Mistake("DampedMeans: damping is -1.0; it is 0 or more") {
      _ = DampedMeans(of: ratings, damping: -1)
    },
    Mistake("DampedMeans: rounds is 0; it is at least 1") {
      _ = DampedMeans(of: ratings, rounds: 0)
    },
    Mistake("there is no item 7: the items are 0 to 1") {
      _ = ItemAverage(of: ratings)(pair(0, 7))
    },
    Mistake("there is no user -1: the users are 0 to 1") {
      _ = Popularity(of: ratings).scores(forUser: -1)
    },
    Mistake("BayesianFactorization: factors is 0; it is at least 1") {
      var random = seeded
      _ = BayesianFactorization(for: ratings, factors: 0, using: &random)
    },
    Mistake("BayesianFactorization: samples is 0; it is at least 1") {
      var random = seeded
      _ = BayesianFactorization(for: ratings, factors: 1, samples: 0, using: &random)
    },
    Mistake("there is no user 2: the users are 0 to 1") {
      var random = seeded
      let model = BayesianFactorization(for: ratings, factors: 1, samples: 1, using: &random)
      _ = model.standardDeviations(pair(2, 0))
    },
    Mistake("Blend: the predictions of model 1 have the shape [1], not [2]") {
      _ = Blend(of: [Tensor([1, 2]), Tensor([1])], fitting: [1, 2])
    },
    Mistake("Blend: model 0 predicts nan in row 1") {
      _ = Blend(of: [Tensor([1, .nan])], fitting: [1, 2])
    },
    Mistake("Blend: there are 1 weights for 2 models") {
      _ = Blend(of: [Tensor([1, 2])], fitting: [1, 2])([Tensor([1]), Tensor([1])])
    },
    Mistake("embeddingWidth(for:): count is 0; it must be at least 1") {
      _ = NeuralCollaborativeFiltering.embeddingWidth(for: 0)
    },
    Mistake("RatingSequences: length is 0; it must be at least 1") {
      _ = RatingSequences(of: ratings, length: 0)
    },
    Mistake("RatingSequences: the rating in row 0 is 4.0, which is not on the scale [3.0]") {
      _ = RatingSequences(of: ratings, scale: [3])
    },
    Mistake("RatingSequences: the scale must ascend, without repeats: [3.0, 3.0]") {
      _ = RatingSequences(of: ratings, scale: [3, 3])
    },
    Mistake("RatingSequences: only one of the two parts has times; take both from one table") {
      _ = RatingSequences(
        of: Ratings(users: [0, 1], items: [0, 1], ratings: [1, 2]), after: ratings)
    },
    Mistake("there is no row 2: the rows are 0 to 1") {
      _ = RatingSequences(of: ratings).batch(at: [2])
    },
    Mistake("SequenceTransformer: example does not describe its users, as ml-100k and ml-1m do") {
      var random = seeded
      _ = SequenceTransformer(
        for: RatingSequences(of: ratings), reading: .userFeatures, using: &random)
    },
    Mistake("SequenceTransformer: length is 1; it must be at least 2") {
      var random = seeded
      _ = SequenceTransformer(
        for: RatingSequences(of: ratings, length: 1), reading: .ratings, using: &random)
    },
    Mistake("SequenceTransformer: this model reads ratings; the sequences have none") {
      var random = seeded
      let sequences = RatingSequences(of: ratings, length: 2)
      let model = SequenceTransformer(
        for: sequences, reading: .ratings,
        sizes: SequenceTransformer.Sizes(width: 2, heads: 1, feedForward: 2, hidden: [2]),
        using: &random)
      _ = model(ItemSequences(users: [0], items: Indices(shape: [1, 2], values: [0, 1])))
    },
    Mistake("ItemSequences: ratings [1, 2] do not fit items [1, 2]") {
      let two = Indices(shape: [1, 2], values: [0, 1])
      _ = ItemSequences(users: [0], items: two, ratings: two)
    },
    Mistake("separator: \";;;\" cannot separate the fields of a line") {
      _ = try? Ratings(csv: "x", separator: ";;;")
    },
  ]

  static let all = mistakes + argumentMistakes

  @Test(arguments: all.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      MistakeTests.all[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.all[index].testDescription))
  }
}
