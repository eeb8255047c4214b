import Engine

/// Matrix factorization: a rating is the dot product of the user's and the item's factors, by
/// default with a bias for each.
///
///     rating = u · m + b + c,  with range a…z:  a + (z − a) · sigmoid(u · m + b + c)
///
/// It is trained on ``Ratings``:
///
///     let model = DotProduct(for: split.training, factors: 50, range: 0...5.5, using: &random)
///
/// A range somewhat larger than the ratings' own lets a prediction reach the best rating, which
/// a sigmoid only nears. (R. Salakhutdinov and A. Mnih, *Probabilistic matrix factorization*,
/// 2007; Y. Koren, R. Bell, C. Volinsky, *Matrix factorization techniques for recommender
/// systems*, 2009, for the biases. fastai: `EmbeddingDotBias`, which always has biases and
/// starts from a truncated normal distribution.)
public struct DotProduct: Model {
  /// Weight `[users, factors]`.
  public let userFactors: Embedding
  /// Weight `[items, factors]`.
  public let itemFactors: Embedding
  /// Weight `[users, 1]`: how much higher than usual a user rates.
  public let userBias: Embedding?
  /// Weight `[items, 1]`: how much better than usual an item is rated.
  public let itemBias: Embedding?
  /// What the predictions are squeezed into by a sigmoid; nil leaves them as they are.
  public let range: ClosedRange<Float>?

  /// - Parameters:
  ///   - ratings: whose catalogue of users and items the model is for.
  ///   - factors: how many numbers describe a user, and an item.
  ///   - hasBiases: whether each user and item has a bias as well.
  ///   - range: of the predictions; nil for no limit.
  ///   - initializer: of factors and biases.
  public init(
    for ratings: Ratings, factors: Int, hasBiases: Bool = true, range: ClosedRange<Float>? = nil,
    initializer: Initializer = .normal(standardDeviation: 0.01),
    using random: inout RandomGenerator
  ) {
    self.init(
      userCount: ratings.userCount, itemCount: ratings.itemCount, factors: factors,
      hasBiases: hasBiases, range: range, initializer: initializer, using: &random)
  }

  /// A model for the users and items of a file.
  public init(
    for file: RatingsFile, factors: Int, hasBiases: Bool = true, range: ClosedRange<Float>? = nil,
    initializer: Initializer = .normal(standardDeviation: 0.01),
    using random: inout RandomGenerator
  ) {
    self.init(
      userCount: file.userCount, itemCount: file.itemCount, factors: factors,
      hasBiases: hasBiases, range: range, initializer: initializer, using: &random)
  }

  private init(
    userCount: Int, itemCount: Int, factors: Int, hasBiases: Bool, range: ClosedRange<Float>?,
    initializer: Initializer, using random: inout RandomGenerator
  ) {
    if let range { checkRange(range, of: "DotProduct") }
    func embedding(_ count: Int, _ width: Int) -> Embedding {
      Embedding(count: count, width: width, initializer: initializer, using: &random)
    }
    userFactors = embedding(userCount, factors)
    itemFactors = embedding(itemCount, factors)
    userBias = hasBiases ? embedding(userCount, 1) : nil
    itemBias = hasBiases ? embedding(itemCount, 1) : nil
    self.range = range
  }

  /// How much higher than usual each user rates. Stops the program when the model has no biases.
  public var userBiases: [Float] { numbers(of: userBias, "userBiases") }

  /// How much better than usual each item is rated. Stops the program when the model has no biases.
  public var itemBiases: [Float] { numbers(of: itemBias, "itemBiases") }

  private func numbers(of bias: Embedding?, _ name: String) -> [Float] {
    guard let bias else {
      stop("DotProduct", "\(name): this model has none; make it with hasBiases: true")
    }
    return bias.weight.value.scalars
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Variable {
    let products = userFactors(pairs.users) * itemFactors(pairs.items)
    var scores = products.sum(axis: 1, keepDimension: true)
    if let userBias { scores = scores + userBias(pairs.users) }
    if let itemBias { scores = scores + itemBias(pairs.items) }
    let predictions = scores.reshape([pairs.count])
    return range.map { predictions.sigmoid(in: $0) } ?? predictions
  }
}
