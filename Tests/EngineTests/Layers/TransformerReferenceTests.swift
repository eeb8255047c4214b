import Engine
import Testing

/// Normalisation, attention and the encoder's layer as PyTorch computes them, forward and
/// backward; Tests/Reference/transformer_figures.py writes the figures.
struct TransformerReferenceTests {
  struct Figures: Decodable {
    var layerNorm, attention, maskedAttention, relu, gelu: LayerFigures
    var batchNorm: BatchNormFigures
  }

  struct LayerFigures: Decodable {
    var weights, gradients: [String: ReferenceTensor]
    var input, output, upstream, inputGradient: ReferenceTensor
  }

  struct BatchNormFigures: Decodable {
    var weights, gradients: [String: ReferenceTensor]
    var input, output, upstream, inputGradient: ReferenceTensor
    var runningMean, runningVariance, inputInUse, outputInUse: ReferenceTensor
  }

  private static let heads = 3

  /// Batch 4, length 5: two places of the second sequence and one of the fourth are padding.
  private static let padding = Tensor([
    [0, 0, 0, 0, 0], [1, 1, 0, 0, 0], [0, 0, 0, 0, 0], [1, 0, 0, 0, 0],
  ])

  /// Our parameters' names and PyTorch's.
  private static let attentionNames = [
    "inputProjection.weight": "in_proj_weight", "inputProjection.bias": "in_proj_bias",
    "outputProjection.weight": "out_proj.weight", "outputProjection.bias": "out_proj.bias",
  ]

  private func figures() throws -> Figures {
    try ReferenceFile.read("transformer", as: Figures.self)
  }

  private func check(
    _ figures: LayerFigures, _ layer: some Layer, names: [String: String] = [:],
    _ call: (Variable) -> Variable
  ) throws {
    for parameter in layer.parameters {
      let name = names[parameter.name] ?? parameter.name
      parameter.variable.value = try #require(figures.weights[name]?.tensor, "\(name)")
    }
    let input = Variable(figures.input.tensor)
    let output = gradients {
      let output = call(input)
      output.backward(figures.upstream.tensor)
      return output.value
    }
    #expect(
      agreement("layer:\(type(of: layer))", largestError(output, figures.output.tensor)) <= 1e-5)
    #expect(
      agreement(
        "layer:\(type(of: layer))", largestError(input.gradient, figures.inputGradient.tensor))
        <= 1e-5)
    for parameter in layer.parameters {
      let name = names[parameter.name] ?? parameter.name
      let expected = try #require(figures.gradients[name]?.tensor)
      #expect(
        agreement("layer:\(type(of: layer))", largestError(parameter.variable.gradient, expected))
          <= 1e-5, "\(name)")
    }
  }

  @Test func layerNorm() throws {
    let figures = try figures().layerNorm
    let layer = LayerNorm(width: 19)
    try check(figures, layer) { layer($0) }
  }

  @Test("Batch normalisation: in training, its running figures, and in use")
  func batchNorm() throws {
    let figures = try figures().batchNorm
    let layer = BatchNorm1d(width: 7)
    layer.weight.value = figures.weights["weight"]!.tensor
    layer.bias.value = figures.weights["bias"]!.tensor
    let input = Variable(figures.input.tensor)
    var random = RandomGenerator(seed: 1)
    let output = withTraining(using: &random) {
      gradients {
        let output = layer(input)
        output.backward(figures.upstream.tensor)
        return output.value
      }
    }
    #expect(agreement("layer:BatchNorm1d", largestError(output, figures.output.tensor)) <= 1e-5)
    #expect(
      agreement("layer:BatchNorm1d", largestError(input.gradient, figures.inputGradient.tensor))
        <= 1e-5)
    #expect(
      agreement(
        "layer:BatchNorm1d",
        largestError(layer.weight.gradient, figures.gradients["weight"]!.tensor)) <= 1e-5)
    #expect(
      agreement(
        "layer:BatchNorm1d", largestError(layer.bias.gradient, figures.gradients["bias"]!.tensor))
        <= 1e-5)
    #expect(
      agreement(
        "layer:BatchNorm1d", largestError(layer.runningMean.value, figures.runningMean.tensor))
        <= 1e-6)
    #expect(
      agreement(
        "layer:BatchNorm1d",
        largestError(layer.runningVariance.value, figures.runningVariance.tensor)) <= 1e-6)
    let inUse = layer(Variable(figures.inputInUse.tensor)).value
    #expect(agreement("layer:BatchNorm1d", largestError(inUse, figures.outputInUse.tensor)) <= 1e-5)
  }

  @Test(arguments: [false, true])
  func attention(isMasked: Bool) throws {
    let figures = try figures()
    var random = RandomGenerator(seed: 1)
    let layer = MultiHeadAttention(width: 12, heads: Self.heads, using: &random)
    try check(
      isMasked ? figures.maskedAttention : figures.attention, layer, names: Self.attentionNames
    ) { layer($0, ignoring: isMasked ? Self.padding : nil) }
  }

  @Test("The encoder's layer; with GELU some places are padding", arguments: [false, true])
  func encoderLayer(isGELU: Bool) throws {
    let figures = try figures()
    var random = RandomGenerator(seed: 1)
    let layer = TransformerEncoderLayer(
      width: 12, heads: Self.heads, feedForward: 20, dropout: 0,
      activation: isGELU ? .gelu : .relu, using: &random)
    let names = Dictionary(
      uniqueKeysWithValues: Self.attentionNames.map { ("attention.\($0)", "self_attn.\($1)") })
    try check(isGELU ? figures.gelu : figures.relu, layer, names: names) {
      layer($0, ignoring: isGELU ? Self.padding : nil)
    }
  }
}
