import Engine
import Testing

/// Outputs and gradients of layers as PyTorch computes them.
struct LayerReferenceTests {
  struct Figures: Decodable {
    var embedding: EmbeddingFigures
    var linear: LinearFigures
  }

  struct EmbeddingFigures: Decodable {
    var weight, upstream, output, weightGradient: ReferenceTensor
    var ids: [Int]
  }

  struct LinearFigures: Decodable {
    var weight, bias, input, upstream, output: ReferenceTensor
    var weightGradient, biasGradient, inputGradient: ReferenceTensor
  }

  @Test("Embedding: the gradient of an id that occurs twice is the sum")
  func embedding() throws {
    let figures = try ReferenceFile.read("layers", as: Figures.self).embedding
    let layer = Embedding(weight: Variable(figures.weight.tensor))
    let output = gradients {
      let output = layer(Indices(figures.ids))
      (output * Variable(figures.upstream.tensor)).sum().backward()
      return output.value
    }
    #expect(largestError(output, figures.output.tensor) == 0)
    #expect(
      agreement(
        "layer:Embedding", largestError(layer.weight.gradient, figures.weightGradient.tensor))
        <= 1e-6)
  }

  @Test("Linear")
  func linear() throws {
    let figures = try ReferenceFile.read("layers", as: Figures.self).linear
    let bias = Variable(figures.bias.tensor)
    let layer = Linear(weight: Variable(figures.weight.tensor), bias: bias)
    let input = Variable(figures.input.tensor)
    let output = gradients {
      let output = layer(input)
      (output * Variable(figures.upstream.tensor)).sum().backward()
      return output.value
    }
    #expect(agreement("layer:Linear", largestError(output, figures.output.tensor)) <= 1e-6)
    #expect(
      agreement("layer:Linear", largestError(layer.weight.gradient, figures.weightGradient.tensor))
        <= 1e-6)
    #expect(
      agreement("layer:Linear", largestError(bias.gradient, figures.biasGradient.tensor)) <= 1e-6)
    #expect(
      agreement("layer:Linear", largestError(input.gradient, figures.inputGradient.tensor)) <= 1e-6)
  }
}
