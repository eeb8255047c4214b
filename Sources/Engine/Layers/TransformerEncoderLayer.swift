import CKernels

/// One layer of a transformer's encoder: attention between the places of a sequence, then a small
/// network for each place, either added to what came in and normalised.
///
///     x ← norm1(x + dropout(attention(x)))
///     x ← norm2(x + dropout(linear2(dropout(activation(linear1(x))))))
///
/// Input and output `[batch, length, width]`. The norms come last, as in the paper and as PyTorch's
/// `nn.TransformerEncoderLayer(batch_first: true, norm_first: false)` has it. (A. Vaswani et al.,
/// *Attention is all you need*, 2017, arXiv:1706.03762.)
public struct TransformerEncoderLayer: Layer {
  public let attention: MultiHeadAttention
  /// Weight `[feedForward, width]`.
  public let linear1: Linear
  /// Weight `[width, feedForward]`.
  public let linear2: Linear
  public let norm1: LayerNorm
  public let norm2: LayerNorm
  public let activation: Activation
  private let dropout: Dropout

  /// What stands between the two linear maps.
  public enum Activation: Sendable {
    case relu
    case gelu

    var operation: lectern_unary_operation { self == .relu ? LECTERN_RELU : LECTERN_GELU }
  }

  /// - Parameters:
  ///   - width: of a place; a multiple of `heads`.
  ///   - feedForward: the width between the two linear maps.
  ///   - dropout: of the attention's weights, of both results and of the activations.
  public init(
    width: Int, heads: Int, feedForward: Int = 2048, dropout: Float = 0.1,
    activation: Activation = .relu, using random: inout RandomGenerator
  ) {
    let settings = Settings("TransformerEncoderLayer")
    settings.atLeastOne(width, "width")
    settings.atLeastOne(feedForward, "feedForward")
    attention = MultiHeadAttention(width: width, heads: heads, dropout: dropout, using: &random)
    linear1 = Linear(inputs: width, outputs: feedForward, using: &random)
    linear2 = Linear(inputs: feedForward, outputs: width, using: &random)
    norm1 = LayerNorm(width: width)
    norm2 = LayerNorm(width: width)
    self.activation = activation
    self.dropout = Dropout(rate: dropout)
  }

  /// - Parameters:
  ///   - ignored: `[batch, length]`, not 0 where a place is padding.
  ///   - isCausal: whether a place sees only itself and those before it.
  public func callAsFunction(
    _ input: Variable, ignoring ignored: Tensor? = nil, isCausal: Bool = false
  ) -> Variable {
    let seen = dropout(attention(input, ignoring: ignored, isCausal: isCausal))
    let mixed = norm1(input + seen)
    return norm2(mixed + dropout(feedForward(mixed)))
  }

  private func feedForward(_ input: Variable) -> Variable {
    linear2(dropout(linear1(input), after: activation))
  }
}
