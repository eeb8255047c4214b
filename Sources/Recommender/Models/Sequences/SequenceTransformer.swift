import Engine

/// Predicts a rating from what a user has seen before: a transformer reads the sequence, a network
/// of several layers joins it with the user.
///
///     h = encoder(item embeddings + position embeddings)
///     rating = range(head(h₁ … hₙ, user embedding))
///
/// It can also read how the user rated the earlier items, added to their places, and what is known of
/// the user, beside the user embedding:
///
///     SequenceTransformer(for: training, range: 0.5...5.5, using: &random)
///     SequenceTransformer(for: training, reading: .ratings, range: 0.5...5.5, using: &random)
///     SequenceTransformer(
///       for: training, reading: [.ratings, .userFeatures], range: 0.5...5.5, using: &random)
///
/// With ratings only the items before the last have positions; the last is known by having no
/// rating. The head's layers are linear maps with batch normalisation and Mish, dropout behind the last but
/// one. (Q. Chen et al., *Behavior sequence transformer for e-commerce recommendation in Alibaba*,
/// 2019, arXiv:1905.06874, which has leaky ReLU in place of Mish.)
public struct SequenceTransformer: Model {
  /// Weight `[items, width]`; row 0 is padding.
  public let items: Embedding
  /// Weight `[users, width]`.
  public let users: Embedding
  /// `[length, width]`, with ratings `[length − 1, width]`: added to the items, since attention
  /// itself knows no order.
  public let positions: Variable
  /// Weight `[steps of the scale + 1, width]`; row 0 is padding. Nil when it reads no ratings.
  public let ratings: Embedding?
  /// One for each of the user's features, weights `[categories, (categories + 1) / 2]`; empty when
  /// it reads none.
  public let features: [Embedding]
  public let encoder: TransformerEncoderLayer
  /// What follows the first encoder layer when ``Sizes/layers`` is above 1.
  public let furtherEncoders: [TransformerEncoderLayer]
  public let head: Sequential
  /// What the predictions are squeezed into by a sigmoid; nil leaves them as they are.
  public let range: ClosedRange<Float>?

  /// - Parameters:
  ///   - userCount: users are 0 to `userCount` − 1.
  ///   - itemCount: items are 1 to `itemCount` − 1; 0 is padding.
  ///   - ratingSteps: of the scale of the earlier ratings; nil to read none.
  ///   - featureCounts: how many categories each of the user's features has; empty to read none.
  ///   - positions: learned, or fixed waves.
  ///   - dropout: in the encoder, in training.
  ///   - headDropout: in the head, in training.
  ///   - initializer: of embeddings and learned positions.
  public init(
    userCount: Int, itemCount: Int, ratingSteps: Int? = nil, featureCounts: [Int] = [],
    sizes: Sizes = Sizes(), positions: Positions = .learned, dropout: Float = 0.1,
    headDropout: Float = 0.2, range: ClosedRange<Float>? = nil,
    initializer: Initializer = .normal(standardDeviation: 1),
    using random: inout RandomGenerator
  ) {
    sizes.check(readsRatings: ratingSteps != nil)
    if let range { checkRange(range, of: "SequenceTransformer") }
    func embedding(_ count: Int, _ width: Int, isPadded: Bool = false) -> Embedding {
      Embedding(
        count: count, width: width, paddingIndex: isPadded ? 0 : nil, initializer: initializer,
        using: &random)
    }
    items = embedding(itemCount, sizes.width, isPadded: true)
    users = embedding(userCount, sizes.width)
    self.positions = positions.variable(
      [ratingSteps == nil ? sizes.length : sizes.length - 1, sizes.width], initializer, &random)
    ratings = ratingSteps.map { embedding($0 + 1, sizes.width, isPadded: true) }
    features = featureCounts.map { embedding($0, ($0 + 1) / 2) }
    let encoders = (0..<sizes.layers).map { _ in
      TransformerEncoderLayer(
        width: sizes.width, heads: sizes.heads, feedForward: sizes.feedForward, dropout: dropout,
        activation: .gelu, using: &random)
    }
    encoder = encoders[0]
    furtherEncoders = Array(encoders.dropFirst())
    let featureWidth = features.reduce(0) { $0 + $1.weight.value.shape[1] }
    head = Self.head(
      sizes, inputs: sizes.width * (sizes.length + 1) + featureWidth, dropout: headDropout,
      using: &random)
    self.range = range
  }

  private static func head(
    _ sizes: Sizes, inputs: Int, dropout: Float, using random: inout RandomGenerator
  ) -> Sequential {
    var layers: [any UnaryLayer] = []
    var inputs = inputs
    for (index, outputs) in sizes.hidden.enumerated() {
      layers.append(Linear(inputs: inputs, outputs: outputs, using: &random))
      layers += [BatchNorm1d(width: outputs), Mish()]
      if index == sizes.hidden.count - 2 { layers.append(Dropout(rate: dropout)) }
      inputs = outputs
    }
    layers.append(Linear(inputs: inputs, outputs: 1, using: &random))
    return Sequential(layers)
  }

  /// The predicted ratings, of shape `[batch]`.
  public func callAsFunction(_ sequences: ItemSequences) -> Variable {
    let padding = sequences.padding
    let first = encoder(places(of: sequences), ignoring: padding)
    let encoded = furtherEncoders.reduce(first) { $1($0, ignoring: padding) }
    let batch = sequences.users.count
    let flat = encoded.reshape([batch, encoded.value.count / max(batch, 1)])
    let known = [flat, users(sequences.users)] + features(of: sequences)
    let predictions = head(Variable.concatenate(known, axis: 1)).reshape([batch])
    return range.map { predictions.sigmoid(in: $0) } ?? predictions
  }

  /// What the encoder gets, `[batch, length, width]`.
  func places(of sequences: ItemSequences) -> Variable {
    guard let ratings else { return items(sequences.items) + positions }
    guard let steps = sequences.ratings else {
      stop("SequenceTransformer", "this model reads ratings; the sequences have none")
    }
    // The last item's place: no position, and padding in place of a rating.
    let none = Variable(.zeros([1, positions.value.shape[1]]), requiresGradient: false)
    let ratingsOfAll = ratings(steps.addingPaddingOnTheRight())
    return items(sequences.items) + ratingsOfAll + Variable.concatenate([positions, none])
  }

  /// What is known of each user, `[batch, width]` for each feature.
  func features(of sequences: ItemSequences) -> [Variable] {
    if features.isEmpty { return [] }
    guard let known = sequences.features, known.shape[1] == features.count else {
      stop(
        "SequenceTransformer",
        "this model reads \(features.count) features of the user; the sequences have "
          + "\(sequences.features?.shape[1] ?? 0)")
    }
    return features.enumerated().map { index, table in table(known.column(index)) }
  }
}

extension Indices {
  /// `[rows, columns]` with a column of zeros after the last.
  fileprivate func addingPaddingOnTheRight() -> Indices {
    let width = shape[1]
    let rows = (0..<shape[0]).flatMap { values[$0 * width..<($0 + 1) * width] + [0] }
    return Indices(shape: [shape[0], width + 1], values: rows)
  }

  /// One column of `[rows, columns]`.
  fileprivate func column(_ index: Int) -> Indices {
    Indices((0..<shape[0]).map { values[$0 * shape[1] + index] })
  }
}
