import Testing

@testable import Engine

/// Sums of millions of numbers are as exact as those of a few: the error grows with the logarithm of
/// the length. One accumulator a lane was 0.6 % off at ten million.
@Suite struct LongSumTests {
  private static let lengths = [100_000, 1_000_000, 10_000_000]
  /// PyTorch 2.13 is 4e-7 off at most.
  private static let tolerance: Float = 5e-7

  private func expect(
    _ value: Float, _ expected: Float, within tolerance: Float = tolerance,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      (value - expected).magnitude <= tolerance * expected.magnitude, "\(value), not \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: lengths) func reductions(count: Int) {
    let x = Tensor.full([count], 0.1)
    expect(x.mean().item, 0.1)
    expect(x.sum().item, 0.1 * Float(count))
    expect(x.reshape([count / 4, 4]).mean(axis: 0)[2], 0.1)
    expect(x.reshape([2, count / 2]).mean(axis: 1)[1], 0.1)
    expect(x.norm().item, 0.1 * Float(count).squareRoot())
    expect(x.dotRows(x).item, 0.01 * Float(count))
  }

  @Test func variance() {
    let count = 4_000_000
    let x = Tensor(shape: [count], scalars: (0..<count).map { $0 % 2 == 0 ? 0.9 : 1.1 })
    expect(x.variance(unbiased: false).item, 0.01, within: 3e-6)
    let columns = x.reshape([count, 1])
    expect(columns.variance(axis: 0, unbiased: false)[0], 0.01, within: 3e-6)
  }

  @Test(arguments: lengths) func products(count: Int) {
    let x = Tensor.full([1, count], 0.1)
    expect(x.matmul(x, transposeRight: true).item, 0.01 * Float(count), within: 2e-6)
    let columns = x.reshape([count / 4, 4])
    let square = columns.matmul(columns, transposeLeft: true)
    expect(square[3, 1], 0.01 * Float(count / 4), within: 2e-6)
  }

  @Test(arguments: lengths) func softmaxOfManyClasses(count: Int) {
    let x = Variable(.full([count], 3))
    let probabilities = gradients { x.softmax() }
    expect(probabilities.value.sum().item, 1)
    expect(probabilities.value[count - 1], 1 / Float(count))
    probabilities.backward(.full([count], 0.7))
    // Each gets p · (0.7 − Σ p · 0.7), which is nothing.
    let largest = x.gradient.map { $0.abs().max().item } ?? .nan
    #expect(largest <= 1e-6 / Float(count))
    expect(x.value.logSoftmax()[0], -Tensor(Float(count)).log().item)
  }

  @Test(arguments: lengths) func losses(count: Int) {
    let predictions = Variable(.full([count], 3.1))
    let loss = gradients { meanSquaredError(predictions, .full([count], 3)) }
    expect(loss.value.item, 0.01, within: 3e-6)
    loss.backward()
    expect(predictions.gradient?[count - 1] ?? .nan, 0.2 / Float(count), within: 3e-6)
    let logits = Variable(.zeros([count, 2]))
    let classes = Indices(shape: [count], values: [Int32](repeating: 1, count: count))
    expect(crossEntropy(logits, classes).value.item, 0.6931472)
  }

  @Test(arguments: lengths) func gradientsOfBroadcasts(count: Int) {
    let (scalar, row) = (Variable(Tensor(0)), Variable(.zeros([4])))
    let bias = Variable(.zeros([2]))
    let x = Tensor.full([count / 4, 4], 0.1)
    let weight = Variable(.full([2, 4], 0.5))
    gradients { (((x + row) * 0.1 + scalar) * x).sum() }.backward()
    expect(scalar.gradient?.item ?? .nan, 0.1 * Float(count))
    expect(row.gradient?[3] ?? .nan, 0.01 * Float(count / 4))
    let input = Variable(x)
    gradients { (input.affine(weight, bias: bias) * 0.1).sum() }.backward()
    expect(bias.gradient?[1] ?? .nan, 0.1 * Float(count / 4))
    expect(weight.gradient?[1, 3] ?? .nan, 0.01 * Float(count / 4), within: 2e-6)
  }

  /// An id that occurs very often, beside some that occur once.
  @Test(arguments: [512, 513, 1_000_000]) func gradientsOfLookups(count: Int) {
    let table = Variable(.zeros([5, 3]))
    let ids = Indices([3, 0] + [Int](repeating: 2, count: count) + [4])
    let upstream = Tensor.full([count + 3, 3], 0.1)
    gradients { table.gather(rows: ids) }.backward(upstream)
    gradients { table.gather(rows: ids) }.backward(upstream)
    guard let gradient = table.gradient else {
      Issue.record("no gradient")
      return
    }
    expect(gradient[2, 1], 0.2 * Float(count), within: count > 512 ? Self.tolerance : 1e-5)
    #expect(gradient[row: 0] == Tensor([0.2, 0.2, 0.2]))
    #expect(gradient[row: 1] == .zeros([3]))
    #expect(gradient[row: 4] == Tensor([0.2, 0.2, 0.2]))
  }

  @Test func normalizationOfWideRows() {
    let width = 3_000_000
    let x = Variable(
      Tensor(shape: [1, width], scalars: (0..<width).map { $0 % 2 == 0 ? 0.9 : 1.1 }))
    let (weight, bias) = (Variable(.ones([width])), Variable(.zeros([width])))
    let result = gradients { x.layerNorm(weight: weight, bias: bias, epsilon: 0) }
    expect(result.value[0, 0], -1, within: 3e-6)
    expect(result.value[0, width - 1], 1, within: 3e-6)
    // Neither the mean of the upstream gradient nor what lies along the row comes back.
    result.backward(result.value + 0.5)
    #expect((x.gradient?.abs().max().item ?? .nan) <= 1e-4)
  }

  @Test func attentionOverLongSequences() {
    let length = 2000
    let projections = Tensor.full([1, length, 3], 0.1)
    let result = Variable(projections, requiresGradient: false).attention(heads: 1).value
    expect(result.mean().item, 0.1, within: 2e-6)
  }
}
