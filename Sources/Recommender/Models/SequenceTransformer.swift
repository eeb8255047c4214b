import Engine

/// What a ``SequenceTransformer`` is asked: who, and which items in the order of time. The last of
/// them is the one whose rating is wanted.
public struct ItemSequences: Sendable {
  /// Of shape `[batch]`.
  public var users: Indices
  /// Of shape `[batch, length]`; 0 fills up sequences that are shorter.
  public var items: Indices

  public init(users: Indices, items: Indices) {
    guard items.shape.count == 2, users.shape == [items.shape[0]] else {
      fatalError(
        "ItemSequences: users \(users.shape) and items \(items.shape) do not fit; [batch] and "
          + "[batch, length] are needed")
    }
    self.users = users
    self.items = items
  }

  /// 1 where a place only fills up, of shape `[batch, length]`.
  var padding: Tensor {
    Tensor(shape: items.shape, scalars: items.values.map { $0 == 0 ? 1 : 0 })
  }
}

/// Predicts a rating from what a user has seen before: a transformer reads the sequence, a network
/// of several layers joins it with the user.
///
///     h = encoder(item embeddings + position embeddings)
///     rating = range(head(h₁ … hₙ, user embedding))
///
/// The head's layers are linear maps with batch normalisation and Mish, dropout behind the last but
/// one. (Q. Chen et al., *Behavior sequence transformer for e-commerce recommendation in Alibaba*,
/// 2019, arXiv:1905.06874, which has leaky ReLU in place of Mish.)
public struct SequenceTransformer: Model {
  /// Weight `[items, width]`; row 0 is padding.
  public let items: Embedding
  /// Weight `[users, width]`.
  public let users: Embedding
  /// `[length, width]`: added to the items, since attention itself knows no order.
  public let positions: Variable
  public let encoder: TransformerEncoderLayer
  public let head: Sequential
  /// What the predictions are squeezed into by a sigmoid; nil leaves them as they are.
  public let range: ClosedRange<Float>?

  /// How large the parts are; the defaults are those of the model it follows.
  public struct Sizes: Sendable {
    public var length = 10
    public var width = 120
    public var heads = 12
    public var feedForward = 2048
    /// The widths between the head's layers.
    public var hidden = [1024, 512, 256]

    public init() {}
  }

  /// - Parameters:
  ///   - userCount: users are 0 to `userCount` − 1.
  ///   - itemCount: items are 1 to `itemCount` − 1; 0 is padding.
  ///   - dropout: in the encoder, in training.
  ///   - headDropout: in the head, in training.
  public init(
    userCount: Int, itemCount: Int, sizes: Sizes = Sizes(), dropout: Float = 0.1,
    headDropout: Float = 0.2, range: ClosedRange<Float>? = nil,
    initializer: Initializer = .normal(standardDeviation: 1),
    using random: inout RandomGenerator
  ) {
    if sizes.length < 1 {
      stop("SequenceTransformer", "sizes.length is \(sizes.length); it must be at least 1")
    }
    if let range { checkRange(range, of: "SequenceTransformer") }
    items = Embedding(
      count: itemCount, width: sizes.width, paddingIndex: 0, initializer: initializer,
      using: &random)
    users = Embedding(
      count: userCount, width: sizes.width, initializer: initializer, using: &random)
    positions = Variable(initializer.weights([sizes.length, sizes.width], using: &random))
    encoder = TransformerEncoderLayer(
      width: sizes.width, heads: sizes.heads, feedForward: sizes.feedForward, dropout: dropout,
      activation: .gelu, using: &random)
    head = Self.head(sizes, dropout: headDropout, using: &random)
    self.range = range
  }

  private static func head(
    _ sizes: Sizes, dropout: Float, using random: inout RandomGenerator
  ) -> Sequential {
    var layers: [any UnaryLayer] = []
    var inputs = sizes.width * (sizes.length + 1)
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
    let batch = sequences.users.count
    let padding = sequences.padding
    let encoded = encoder(items(sequences.items) + positions, ignoring: padding)
    let flat = encoded.reshape([batch, encoded.value.count / max(batch, 1)])
    let scores = head(Variable.concatenate([flat, users(sequences.users)], axis: 1))
    let predictions = scores.reshape([batch])
    return range.map { predictions.sigmoid(in: $0) } ?? predictions
  }
}
