import Testing

@testable import Engine

/// Layers and losses that are made of operations of their own, against finite differences.
@Suite struct LayerGradientTests {
  private func tensors(_ shapes: [[Int]], seed: UInt64) -> [Tensor] {
    var random = RandomGenerator(seed: seed)
    return shapes.map { .uniform($0, in: -1..<1, using: &random) }
  }

  private func verify(_ inputs: [Tensor], _ operation: ([Variable]) -> Variable) {
    var random = RandomGenerator(seed: 71)
    GradientCheck.verify(inputs, using: &random, nil, operation)
  }

  @Test(arguments: [false, true], [true, false]) func recurrence(isReversed: Bool, hasBias: Bool) {
    for gates in [3, 4] {
      let (batch, length, hidden) = (2, 3, 2)
      let inputs = tensors(
        [
          [length, batch, gates * hidden], [gates * hidden, hidden], [gates * hidden],
          [batch, hidden], [batch, hidden],
        ], seed: UInt64(gates))
      verify(hasBias ? inputs : [inputs[0], inputs[1], inputs[3], inputs[4]]) { x in
        let cell = Linear(weight: x[1], bias: hasBias ? x[2] : nil)
        let states = x.suffix(2)
        if gates == 3 {
          return .gru(
            x[0], recurrent: cell, from: states[states.startIndex], isReversed: isReversed)
            * states[states.startIndex + 1]
        }
        return .lstm(
          x[0], recurrent: cell, from: (states[states.startIndex], states[states.startIndex + 1]),
          isReversed: isReversed)
      }
    }
  }

  @Test(arguments: EmbeddingBag.Mode.allCases) func bags(mode: EmbeddingBag.Mode) {
    let table = Tensor(shape: [5, 2], scalars: [3, 0, 4, 1, 9, 7, 2, 5, 8, 6].map { $0 * 0.3 })
    verify([table]) {
      EmbeddingBag(weight: $0[0], mode: mode, paddingIndex: 1)(
        [4, 1, 0, 4, 2], offsets: [0, 2, 2])
    }
  }

  @Test func batchNormOfImages() {
    let norm = BatchNorm2d(channels: 3)
    norm.weight.value = [1, -2, 0.5]
    verify(tensors([[2, 3, 2, 2]], seed: 9)) { x in
      var random = RandomGenerator(seed: 1)
      return withTraining(using: &random) { norm(x[0]) }
    }
  }

  @Test(arguments: [0, 0.3] as [Float], [nil, 1]) func crossEntropies(
    smoothing: Float, ignored: Int?
  ) {
    for weights in [nil, [0.5, 2, 1.25, 0] as Tensor] {
      for reduction in Reduction.allCases {
        verify(tensors([[5, 4]], seed: 11)) {
          crossEntropy(
            $0[0], [0, 3, 1, 2, 1], weights: weights, ignoring: ignored, labelSmoothing: smoothing,
            reduction: reduction)
        }
      }
    }
  }

  @Test(arguments: Reduction.allCases) func losses(reduction: Reduction) {
    let inputs = tensors([[4, 3], [4]], seed: 12)
    let targets = tensors([[4, 3]], seed: 13)[0]
    let probabilities = targets.softmax()
    verify([inputs[0]]) { huberLoss($0[0], targets, delta: 0.25, reduction: reduction) }
    verify([inputs[0]]) { smoothL1Loss($0[0], targets, beta: 0.25, reduction: reduction) }
    verify([inputs[0]]) {
      binaryCrossEntropy(
        $0[0], probabilities, positiveWeight: [3, 1, 0.5], reduction: reduction)
    }
    verify([inputs[0]]) {
      klDivergence(logits: $0[0], targets: probabilities, reduction: reduction)
    }
    verify([inputs[1], inputs[0]]) { bprLoss($0[0], $0[1], reduction: reduction) }
    verify([inputs[1], inputs[0]]) {
      marginRankingLoss($0[0], $0[1], margin: 5, reduction: reduction)
    }
    let signs = Tensor.where(targets .> Tensor(0), Tensor(1), Tensor(-1))
    verify([inputs[0] * 0.5]) { hingeLoss($0[0], signs, reduction: reduction) }
  }
}
