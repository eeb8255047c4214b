import Engine
import Testing

/// What attention may see.
struct AttentionTests {
  private func projections(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var random = RandomGenerator(seed: seed)
    return .normal(shape, using: &random)
  }

  @Test("Each place's weights sum to 1, also where places are many", arguments: [1, 5, 16, 33])
  func weightsSumToOne(length: Int) {
    let weights = projections([2, length, 24]).attentionWeights(heads: 2)
    #expect(weights.shape == [2, 2, length, length])
    for sum in weights.sum(axis: -1).scalars { #expect((sum - 1).magnitude < 1e-6) }
  }

  @Test("Nobody looks at padding; where all is padding, at nothing")
  func padding() {
    let ignored: Tensor = [[1, 0, 0], [1, 1, 1]]
    let weights = projections([2, 3, 12]).attentionWeights(heads: 2, ignoring: ignored)
    for head in 0..<2 {
      for place in 0..<3 {
        let seen = weights[row: 0][row: head][row: place]
        #expect(seen[0] == 0)
        #expect(seen[1] > 0 && seen[2] > 0)
        #expect(weights[row: 1][row: head][row: place] == Tensor.zeros([3]))
      }
    }
  }

  @Test("A causal place's result does not change when what comes after it does")
  func causality() {
    var changed = projections([1, 6, 12])
    let before = Variable(changed, requiresGradient: false).attention(heads: 2, isCausal: true)
    changed.withUnsafeMutableScalars { scalars in
      for index in 4 * 12..<6 * 12 { scalars[index] += 3 }
    }
    let after = Variable(changed, requiresGradient: false).attention(heads: 2, isCausal: true)
    #expect(before.value.slice(axis: 1, 0..<4) == after.value.slice(axis: 1, 0..<4))
    #expect(before.value.slice(axis: 1, 4..<6) != after.value.slice(axis: 1, 4..<6))
  }

  @Test("Its gradient is that of finite differences", arguments: [(3, false), (18, true)])
  func gradientCheck(length: Int, isCausal: Bool) {
    let input = projections([1, length, 12], seed: 3)
    let upstream = projections([1, length, 4], seed: 4)
    let ignored = Tensor(
      shape: [1, length], scalars: (0..<length).map { $0 == 1 ? 1 : 0 })
    func value(_ input: Tensor) -> Variable {
      Variable(input).attention(heads: 2, ignoring: ignored, isCausal: isCausal)
    }
    let variable = Variable(input)
    gradients {
      variable.attention(heads: 2, ignoring: ignored, isCausal: isCausal).backward(upstream)
    }
    for index in stride(from: 0, to: input.count, by: 7) {
      func shifted(_ step: Float) -> Double {
        var moved = input
        moved.withUnsafeMutableScalars { $0[index] += step }
        return zip(value(moved).value.scalars, upstream.scalars)
          .reduce(0) { $0 + Double($1.0) * Double($1.1) }
      }
      let slope = (shifted(0x1p-8) - shifted(-0x1p-8)) / 0x1p-7
      let gradient = Double(variable.gradient!.scalars[index])
      #expect((slope - gradient).magnitude < 2e-3 * max(1, gradient.magnitude))
    }
  }

  @Test("Dropped weights are dropped in the gradient as well")
  func dropout() {
    let input = Variable(projections([1, 4, 12]))
    let random = RandomGenerator(seed: 9)
    gradients { input.attention(heads: 2, dropout: (1, random)).sum().backward() }
    #expect(input.gradient == Tensor.zeros([1, 4, 12]))
  }
}
