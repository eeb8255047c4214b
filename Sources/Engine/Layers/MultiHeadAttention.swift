/// Self-attention with several heads: every place of a sequence gathers what it needs from the
/// others.
///
/// Input and output `[batch, length, width]`. A first linear map makes queries, keys and values of
/// each place, ``Variable/attention(heads:ignoring:isCausal:dropout:)`` mixes them, a second map
/// joins the heads. (A. Vaswani et al., *Attention is all you need*, 2017, arXiv:1706.03762;
/// PyTorch: `nn.MultiheadAttention(batch_first: true)` with the same input three times. Its
/// `in_proj_weight` is our `inputProjection.weight`, `out_proj` our `outputProjection`.)
public struct MultiHeadAttention: Layer {
  /// Weight `[3 · width, width]`: queries, keys, values.
  public let inputProjection: Linear
  /// Weight `[width, width]`.
  public let outputProjection: Linear
  public let heads: Int
  /// Of the attention's weights, in training.
  public let dropout: Float

  /// Starts as PyTorch does: the input projection uniform in ±√(6 / (4 · width)) (Xavier), the
  /// output projection as any ``Linear``, all biases zero.
  ///
  /// - Parameters:
  ///   - width: of a place; a multiple of `heads`.
  ///   - dropout: the probability that an attention weight is dropped in training.
  public init(width: Int, heads: Int, dropout: Float = 0, using random: inout RandomGenerator) {
    Settings("MultiHeadAttention").atLeastOne(width, "width")
    if heads < 1 || width % heads != 0 {
      stop("MultiHeadAttention", "a width of \(width) does not divide into \(heads) heads")
    }
    checkDropoutRate(dropout)
    let bound = (6 / Float(4 * width)).squareRoot()
    let start = Initializer.uniform(-bound..<bound).weights([3 * width, width], using: &random)
    inputProjection = Linear(weight: Variable(start), bias: Variable(.zeros([3 * width])))
    outputProjection = Linear(
      weight: Variable(Initializer.linearDefault.weights([width, width], using: &random)),
      bias: Variable(.zeros([width])))
    self.heads = heads
    self.dropout = dropout
  }

  /// - Parameters:
  ///   - ignored: `[batch, length]`, not 0 where a place is padding (PyTorch:
  ///     `key_padding_mask`).
  ///   - isCausal: whether a place sees only itself and those before it.
  public func callAsFunction(
    _ input: Variable, ignoring ignored: Tensor? = nil, isCausal: Bool = false
  ) -> Variable {
    let training = dropout > 0 ? Training.current : nil
    let mixed = inputProjection(input).attention(
      heads: heads, ignoring: ignored, isCausal: isCausal,
      dropout: training.map { (dropout, $0.nextGenerator()) })
    return outputProjection(mixed)
  }

  /// How much each place looks at each other, for every head: `[batch, heads, length, length]`.
  public func weights(
    for input: Tensor, ignoring ignored: Tensor? = nil, isCausal: Bool = false
  ) -> Tensor {
    inputProjection(Variable(input, requiresGradient: false)).value
      .attentionWeights(heads: heads, ignoring: ignored, isCausal: isCausal)
  }
}
