import CKernels

extension Variable {
  /// Scaled dot-product self-attention over sequences: each place looks at all places and takes
  /// the mean of their values, weighted by how well its query fits their keys.
  ///
  ///     weights = softmax(queries · keysᵀ / √depth),  result = weights · values
  ///
  /// The variable holds the projections, `[batch, length, 3 · width]`: for each place the queries of
  /// all heads, then their keys, then their values. The result is `[batch, length, width]`.
  ///
  /// - Parameters:
  ///   - heads: divides the width into parts that look independently.
  ///   - ignored: `[batch, length]`, not 0 where a place is padding, which nobody looks at. Where
  ///     there is nothing to look at the weights are 0. (PyTorch gives NaN there.)
  ///   - isCausal: whether a place sees only itself and those before it.
  ///   - dropout: the probability that a weight is dropped, and where chance comes from.
  ///
  /// (A. Vaswani et al., *Attention is all you need*, 2017, arXiv:1706.03762, section 3.2.)
  public func attention(
    heads: Int, ignoring ignored: Tensor? = nil, isCausal: Bool = false,
    dropout: (rate: Float, random: RandomGenerator)? = nil
  ) -> Variable {
    let projections = value
    let shape = AttentionShape(projections, heads, ignored, isCausal)
    let weights = projections.attentionWeights(shape)
    let kept = dropout.map { weights.dropout(rate: $0.rate, using: $0.random) } ?? weights
    return recorded(projections.attentionValues(shape, kept)) { upstream in
      var result = Tensor.zeros(projections.shape)
      var weightsGradient = projections.attentionValuesPullback(
        shape, kept, upstream: upstream, into: &result)
      if let dropout {
        weightsGradient = weightsGradient.dropout(rate: dropout.rate, using: dropout.random)
      }
      let scoresGradient = weights.softmaxPullback(weightsGradient)
      projections.attentionScoresPullback(shape, scoresGradient, into: &result)
      return result
    }
  }
}

extension Tensor {
  /// The weights of ``Variable/attention(heads:ignoring:isCausal:dropout:)``, `[batch, heads,
  /// length, length]`: a row for each place that looks. This tensor holds the projections.
  public func attentionWeights(
    heads: Int, ignoring ignored: Tensor? = nil, isCausal: Bool = false
  ) -> Tensor {
    attentionWeights(AttentionShape(self, heads, ignored, isCausal))
  }
}

/// What the kernels must know of an attention, checked.
private struct AttentionShape {
  let batch: Int, length: Int, heads: Int, depth: Int
  let isCausal: Bool
  private let ignored: Tensor?

  init(_ projections: Tensor, _ heads: Int, _ ignored: Tensor?, _ isCausal: Bool) {
    let shape = projections.shape
    guard shape.count == 3, heads > 0, shape[2] % (3 * heads) == 0, shape[2] > 0 else {
      stop(
        "attention",
        "needs projections [batch, length, 3 · width], the width a multiple of \(heads) heads; "
          + "the shape is \(shape)")
    }
    if let ignored, ignored.shape != [shape[0], shape[1]] {
      stop("attention", "the places to ignore have shape \(ignored.shape), not \(shape.dropLast())")
    }
    (batch, length, depth) = (shape[0], shape[1], shape[2] / (3 * heads))
    self.heads = heads
    self.ignored = ignored
    self.isCausal = isCausal
  }

  var weights: [Int] { [batch, heads, length, length] }
  var result: [Int] { [batch, length, heads * depth] }

  /// Runs a kernel on this shape.
  func run(_ kernel: (UnsafePointer<lectern_attention>) -> Void) {
    func call(_ places: UnsafePointer<Float>?) {
      var shape = lectern_attention(
        batch: batch, length: length, heads: heads, depth: depth,
        scale: 1 / Float(depth).squareRoot(), ignored: places, is_causal: isCausal ? 1 : 0)
      kernel(&shape)
    }
    if let ignored { ignored.withUnsafeScalars { call($0.baseAddress) } } else { call(nil) }
  }
}

extension Tensor {
  fileprivate func attentionWeights(_ shape: AttentionShape) -> Tensor {
    Tensor(shape: shape.weights, from: self) { projections, memory in
      shape.run { lectern_attention_weights($0, projections, memory) }
    }
  }

  fileprivate func attentionValues(_ shape: AttentionShape, _ weights: Tensor) -> Tensor {
    Tensor(shape: shape.result, from: self, weights) { projections, weights, memory in
      shape.run { lectern_attention_values($0, weights, projections, memory) }
    }
  }

  fileprivate func attentionValuesPullback(
    _ shape: AttentionShape, _ weights: Tensor, upstream: Tensor, into result: inout Tensor
  ) -> Tensor {
    result.withUnsafeMutableScalars { result in
      Tensor(shape: shape.weights, from: self, weights) { projections, weights, memory in
        upstream.withUnsafeScalars { upstream in
          shape.run {
            lectern_attention_values_pullback(
              $0, weights, projections, upstream.baseAddress, memory, result.baseAddress)
          }
        }
      }
    }
  }

  fileprivate func attentionScoresPullback(
    _ shape: AttentionShape, _ gradient: Tensor, into result: inout Tensor
  ) {
    result.withUnsafeMutableScalars { result in
      withUnsafeScalars { projections in
        gradient.withUnsafeScalars { gradient in
          shape.run {
            lectern_attention_scores_pullback(
              $0, gradient.baseAddress, projections.baseAddress, result.baseAddress)
          }
        }
      }
    }
  }
}
