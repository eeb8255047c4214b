import Engine
import Testing

@Suite struct SequentialTests {
  private static func model(isDeep: Bool) -> Sequential {
    var random = RandomGenerator(seed: 8)
    return Sequential {
      Linear(inputs: 3, outputs: 4, using: &random)
      ReLU()
      if isDeep {
        Linear(inputs: 4, outputs: 4, hasBias: false, using: &random)
        Tanh()
      }
      for _ in 0..<2 { Dropout(rate: 0.5) }
      Linear(inputs: 4, outputs: 1, using: &random)
    }
  }

  @Test func layersFollowEachOther() throws {
    let model = Self.model(isDeep: false)
    #expect(model.layers.count == 5)
    let first = try #require(model.layers[0] as? Linear)
    let last = try #require(model.layers[4] as? Linear)
    let input: Tensor = [[1, -2, 3], [0, 1, 0]]
    #expect(model(input).value == last(first(Variable(input)).relu()).value)
  }

  @Test func parametersAreNumberedAsInPyTorch() {
    #expect(
      Self.model(isDeep: true).parameters.map(\.name) == [
        "0.weight", "0.bias", "2.weight", "6.weight", "6.bias",
      ])
    #expect(Sequential([]).parameters.isEmpty)
  }

  @Test func gradientsReachEveryLayer() {
    let model = Self.model(isDeep: true)
    gradients { model(Tensor([[1, 2, 3]])).sum() }.backward()
    #expect(model.parameters.allSatisfy { $0.variable.gradient != nil })
  }

  @Test func emptyBatch() {
    let model = Self.model(isDeep: true)
    let output = gradients { model(Tensor.zeros([0, 3])) }
    #expect(output.value.shape == [0, 1])
    output.backward(.zeros([0, 1]))
    for parameter in model.parameters {
      #expect(parameter.variable.gradient == .zeros(parameter.variable.value.shape))
    }
  }

  @Test func functionsAsLayers() {
    let x = Variable(Tensor([[-1, 2], [0.5, -3]]))
    let cases: [(any UnaryLayer, Tensor)] = [
      (ReLU(), x.value.relu()), (GELU(), x.value.gelu()), (Mish(), x.value.mish()),
      (Tanh(), x.value.tanh()), (Sigmoid(), x.value.sigmoid()),
      (Sigmoid(in: 1...5), x.value.sigmoid(in: 1...5)), (Flatten(), x.value),
    ]
    for (layer, expected) in cases {
      #expect(largestError(layer(x).value, expected) <= 1e-6)
    }
    #expect(Flatten()(Variable(.zeros([0, 2, 3]))).value.shape == [0, 6])
    #expect(Flatten()(Variable(.zeros([2, 3, 4]))).value.shape == [2, 12])
    #expect(Flatten()(Variable(.zeros([2]))).value.shape == [2, 1])
  }
}
