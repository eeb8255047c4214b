import CKernels
import Engine

/// Predicts a rating by a network that reads the user's and the item's factors side by side.
///
///     x = (user's factors, item's factors)
///     x ← dropout(norm(relu(linear(x))))   for each of the layers
///     rating = a + (z − a) · sigmoid(linear(x))   with range a…z
///
/// With fastai's sizes, or as twin towers of equal width:
///
///     NeuralCollaborativeFiltering(for: ratings, layers: [100, 50], range: 0.5...5.5, using: &random)
///     NeuralCollaborativeFiltering(
///       for: ratings, embeddingWidth: 100, layers: [100, 50], dropout: 0.2, using: &random)
///
/// (X. He et al., *Neural collaborative filtering*, 2017, arXiv:1708.05031. fastai: `EmbeddingNN`,
/// whose `LinBnDrop` has the same order with `lin_first`, and leaves out the bias before a
/// normalisation, as here. It also counts one user and one item more, for unknown ones; starts the
/// linear maps as PyTorch does, uniform in ±√(1 / inputs); and starts the normalisations' biases at
/// 0.001 where they are 0 here.)
public struct NeuralCollaborativeFiltering: Model {
  /// Weight `[users, width]`.
  public let users: Embedding
  /// Weight `[items, width]`.
  public let items: Embedding
  /// Linear, ReLU, batch normalisation and dropout for each of the layers, and a linear map to one
  /// number.
  public let network: Sequential
  /// What the predictions are squeezed into by a sigmoid; nil leaves them as they are.
  public let range: ClosedRange<Float>?

  /// - Parameters:
  ///   - ratings: whose catalogue of users and items the model is for.
  ///   - embeddingWidth: how many numbers describe a user, and an item; nil takes
  ///     ``embeddingWidth(for:)`` of each.
  ///   - layers: the widths of the hidden layers.
  ///   - dropout: behind each hidden layer, in training.
  ///   - hasBatchNorm: whether the hidden layers' outputs are normalised.
  ///   - range: of the predictions; nil for no limit.
  ///   - embeddingInitializer: of both tables; the default is fastai's.
  ///   - initializer: of the hidden layers' weights. The default is He's rule, a deviation of
  ///     √(2 / inputs), which keeps the size of what passes through ReLU (K. He et al., *Delving
  ///     deep into rectifiers*, 2015, arXiv:1502.01852); `.linearDefault` is PyTorch's. The last
  ///     map, which no ReLU follows, always starts as PyTorch's does.
  public init(
    for ratings: Ratings, embeddingWidth: Int? = nil, layers: [Int] = [100, 50],
    dropout: Float = 0, hasBatchNorm: Bool = true, range: ClosedRange<Float>? = nil,
    embeddingInitializer: Initializer = .truncatedNormal(
      standardDeviation: 0.01, in: -0.02...0.02),
    initializer: Initializer = .kaimingNormal, using random: inout RandomGenerator
  ) {
    self.init(
      userCount: ratings.userCount, itemCount: ratings.itemCount,
      widths: (
        embeddingWidth ?? Self.embeddingWidth(for: ratings.userCount),
        embeddingWidth ?? Self.embeddingWidth(for: ratings.itemCount)
      ),
      layers: layers, dropout: dropout, hasBatchNorm: hasBatchNorm, range: range,
      embeddingInitializer: embeddingInitializer, initializer: initializer, using: &random)
  }

  init(
    userCount: Int, itemCount: Int, widths: (users: Int, items: Int), layers: [Int],
    dropout: Float = 0, hasBatchNorm: Bool, range: ClosedRange<Float>?,
    embeddingInitializer: Initializer = .zeros, initializer: Initializer = .zeros,
    using random: inout RandomGenerator
  ) {
    if let range { checkRange(range, of: "NeuralCollaborativeFiltering") }
    users = Embedding(
      count: userCount, width: widths.users, initializer: embeddingInitializer, using: &random)
    items = Embedding(
      count: itemCount, width: widths.items, initializer: embeddingInitializer, using: &random)
    network = Sequential(inputs: widths.users + widths.items, using: &random) {
      for width in layers {
        Linear.outputs(width, hasBias: !hasBatchNorm, initializer: initializer)
        ReLU()
        if hasBatchNorm { BatchNorm1d(width: width) }
        if dropout != 0 { Dropout(rate: dropout) }
      }
      Linear.outputs(1)
    }
    self.range = range
  }

  /// How many numbers should describe one of `count` users or items: more for more of them.
  ///
  ///     min(600, round(1.6 · count^0.56))
  ///
  /// A rule found by trial. (fastai: `emb_sz_rule`. Its `count` is one more than ours for the same
  /// ratings, since it keeps a row for unknown ones.)
  public static func embeddingWidth(for count: Int) -> Int {
    if count < 1 { stop("embeddingWidth(for:)", "count is \(count); it must be at least 1") }
    return min(600, Int((1.6 * lectern_pow_f64(Double(count), 0.56)).rounded(.toNearestOrEven)))
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ pairs: UserItemPairs) -> Variable {
    let factors = Variable.concatenate([users(pairs.users), items(pairs.items)], axis: 1)
    let predictions = network(factors).reshape([pairs.count])
    return range.map { predictions.sigmoid(in: $0) } ?? predictions
  }
}

extension NeuralCollaborativeFiltering: ItemScorer {
  public func scores(forUser user: Int) -> [Double] {
    let itemCount = items.weight.value.shape[0]
    checkIndex(user, "user", "users", count: users.weight.value.shape[0])
    return self(UserItemPairs(user: user, itemCount: itemCount)).value.scalars.map(Double.init)
  }
}
