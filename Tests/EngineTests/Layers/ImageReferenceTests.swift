import Testing

@testable import Engine

/// Layers on images, and embeddings with padding, as PyTorch computes them.
@Suite struct ImageReferenceTests {
  struct Convolution: Decodable {
    var stride, padding: [Int]
    var input, weight, upstream, output, inputGradient, weightGradient: ReferenceTensor
    var bias, biasGradient: ReferenceTensor?
  }

  struct Pooling: Decodable {
    var size, stride, padding: [Int]
    var input, upstream, output, inputGradient: ReferenceTensor
  }

  struct PaddedEmbedding: Decodable {
    var ids: [Int32]
    var paddingIndex: Int
    var weight, upstream, output, weightGradient: ReferenceTensor
  }

  struct Figures: Decodable {
    var convolutions: [Convolution]
    var poolings: [Pooling]
    var paddedEmbedding: PaddedEmbedding
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("images", as: Figures.self) }

  @Test func convolutions() {
    for figure in figures.convolutions {
      let bias = figure.bias.map { Variable($0.tensor) }
      let layer = Conv2d(
        weight: Variable(figure.weight.tensor), bias: bias,
        stride: (figure.stride[0], figure.stride[1]),
        padding: (figure.padding[0], figure.padding[1]))
      let input = Variable(figure.input.tensor)
      let output = gradients { layer(input) }
      output.backward(figure.upstream.tensor)
      #expect(agreement("layer:Conv2d", largestError(output.value, figure.output.tensor)) <= 2e-6)
      #expect(
        agreement("layer:Conv2d", largestError(input.gradient, figure.inputGradient.tensor)) <= 2e-6
      )
      #expect(
        agreement("layer:Conv2d", largestError(layer.weight.gradient, figure.weightGradient.tensor))
          <= 2e-6)
      if let expected = figure.biasGradient {
        #expect(agreement("layer:Conv2d", largestError(bias?.gradient, expected.tensor)) <= 2e-6)
      }
    }
  }

  @Test func poolings() {
    for figure in figures.poolings {
      let input = Variable(figure.input.tensor)
      let output = gradients {
        input.maxPool2d(
          size: (figure.size[0], figure.size[1]), stride: (figure.stride[0], figure.stride[1]),
          padding: (figure.padding[0], figure.padding[1]))
      }
      output.backward(figure.upstream.tensor)
      #expect(output.value == figure.output.tensor)
      #expect(
        agreement("layer:MaxPool2d", largestError(input.gradient, figure.inputGradient.tensor))
          <= 1e-6)
    }
  }

  @Test func paddingOfEmbeddings() {
    let figure = figures.paddedEmbedding
    let layer = Embedding(
      weight: Variable(figure.weight.tensor), paddingIndex: figure.paddingIndex)
    let output = gradients { layer(Indices(shape: [2, 3], values: figure.ids)) }
    output.backward(figure.upstream.tensor)
    #expect(output.value == figure.output.tensor)
    #expect(
      agreement(
        "layer:Embedding", largestError(layer.weight.gradient, figure.weightGradient.tensor))
        <= 1e-6)
  }

  @Test func paddingRowStartsAtZero() {
    var random = RandomGenerator(seed: 1)
    let layer = Embedding(count: 4, width: 2, paddingIndex: 3, using: &random)
    #expect(layer.weight.value[row: 3] == [0, 0])
    #expect(layer.weight.value[row: 2] != [0, 0])
    #expect(layer([3, 2]).value[row: 0] == [0, 0])
  }

  @Test func layersOnImages() {
    var random = RandomGenerator(seed: 1)
    let model = Sequential {
      Conv2d(inputs: 1, outputs: 4, size: 3, stride: 2, padding: 1, using: &random)
      ReLU()
      MaxPool2d(size: 2)
      Flatten()
      Linear(inputs: 4 * 2 * 2, outputs: 3, using: &random)
    }
    #expect(model(Tensor.zeros([5, 1, 8, 8])).value.shape == [5, 3])
    #expect(model(Tensor.zeros([0, 1, 8, 8])).value.shape == [0, 3])
    #expect(model.parameters.map(\.name) == ["0.weight", "0.bias", "4.weight", "4.bias"])
    let largest = model.layers[0].parameters[0].variable.value.abs().max().item
    #expect(largest <= 1.0 / 3 && largest > 0.25)
  }

  @Test func notANumberIsTheLargest() {
    let images = Variable(Tensor(shape: [1, 1, 1, 4], scalars: [1, .nan, 3, 2]))
    let pooled = images.maxPool2d(size: (1, 2)).value.scalars
    #expect(pooled[0].isNaN && pooled[1] == 3)
    let low = Variable(Tensor.full([1, 1, 2, 2], -.infinity))
    let result = gradients { low.maxPool2d(size: (2, 2)) }
    result.backward(.ones([1, 1, 1, 1]))
    #expect(result.value.item == -.infinity && low.gradient?.scalars == [1, 0, 0, 0])
  }
}
