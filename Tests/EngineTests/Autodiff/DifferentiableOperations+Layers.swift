@testable import Engine

extension DifferentiableOperation {
  static let layers = transformer + activations + windows

  /// What the layers of a transformer are made of.
  static let transformer: [DifferentiableOperation] = [
    DifferentiableOperation("affine") { draw in
      let (before, inputs, outputs) = (draw.shape(), draw.length(), draw.length())
      let hasBias = draw.coin()
      var operands = [draw.tensor(before + [inputs]), draw.tensor([outputs, inputs])]
      if hasBias { operands.append(draw.tensor([outputs])) }
      return Trial(inputs: operands) { $0[0].affine($0[1], bias: hasBias ? $0[2] : nil) }
    },
    DifferentiableOperation("layerNorm") { draw in
      // Two elements or more, far enough apart for their deviation not to vanish.
      let shape = draw.shape() + [2 + draw.length()]
      let width = [shape[shape.count - 1]]
      let inputs = [draw.distinctTensor(shape), draw.tensor(width), draw.tensor(width)]
      return Trial(inputs: inputs) { $0[0].layerNorm(weight: $0[1], bias: $0[2], epsilon: 0.1) }
    },
    DifferentiableOperation("attention") { draw in
      let (batch, length, heads) = (1 + draw.integer(below: 2), draw.length(), 2)
      let mask = draw.mask([batch, length])
      let isCausal = draw.coin()
      let projections = draw.tensor([batch, length, 3 * heads * (1 + draw.integer(below: 3))])
      return Trial(inputs: [projections]) {
        $0[0].attention(heads: heads, ignoring: mask, isCausal: isCausal)
      }
    },
  ]
}
