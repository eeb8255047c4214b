import Testing

@testable import Engine

/// Convolution and pooling of sequences, average pooling and batch normalisation of images as PyTorch
/// computes them.
@Suite struct WindowReferenceTests {
  struct Window: GradientFigures {
    var kind: String
    var size, stride, padding: Int
    var upstream, output: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]

    func layer(_ leaves: [String: Variable]) throws -> any UnaryLayer {
      switch kind {
      case "Conv1d":
        Conv1d(
          weight: try #require(leaves["weight"]), bias: leaves["bias"], stride: stride,
          padding: padding)
      case "MaxPool1d": MaxPool1d(size: size, stride: stride, padding: padding)
      case "AvgPool1d": AvgPool1d(size: size, stride: stride, padding: padding)
      case "AvgPool2d": AvgPool2d(size: size, stride: stride, padding: padding)
      default: GlobalAvgPool()
      }
    }
  }

  struct BatchNorm: GradientFigures {
    var kind: String
    var upstream, output, outputInUse, runningMean, runningVariance: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]
  }

  struct Figures: Decodable {
    var windows: [Window]
    var batchNorms: [BatchNorm]
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("windows", as: Figures.self) }

  @Test func windows() throws {
    #expect(Set(figures.windows.map(\.kind)).count == 5)
    for figure in figures.windows {
      let variables = figure.variables
      let layer = try figure.layer(variables)
      figure.check("layer:\(figure.kind)", variables, within: 2e-6, "\(figure.kind)") {
        layer($0["input"]!)
      }
    }
  }

  @Test("Batch normalisation of images and sequences: in training, its running figures, and in use")
  func batchNorms() throws {
    for figure in figures.batchNorms {
      let width = try #require(figure.leaves["weight"]).shape[0]
      let layer: any BatchNormalization =
        figure.kind == "BatchNorm2d" ? BatchNorm2d(channels: width) : BatchNorm1d(width: width)
      layer.weight.value = try #require(figure.leaves["weight"]).tensor
      layer.bias.value = try #require(figure.leaves["bias"]).tensor
      let input = Variable(try #require(figure.leaves["input"]).tensor)
      let variables = ["input": input, "weight": layer.weight, "bias": layer.bias]
      figure.check("layer:\(figure.kind)", variables, within: 5e-6, "\(figure.kind)") { _ in
        var random = RandomGenerator(seed: 1)
        return withTraining(using: &random) { layer(input) }
      }
      #expect(largestError(layer.runningMean.value, figure.runningMean.tensor) <= 1e-6)
      #expect(largestError(layer.runningVariance.value, figure.runningVariance.tensor) <= 1e-6)
      #expect(largestError(layer(input).value, figure.outputInUse.tensor) <= 2e-6)
      #expect(layer.parameters.map(\.name) == ["weight", "bias", "runningMean", "runningVariance"])
    }
  }

  @Test func convolutionStartsWithinItsBounds() {
    var random = RandomGenerator(seed: 1)
    let layer = Conv1d(inputs: 4, outputs: 100, size: 4, using: &random)
    let largest = layer.weight.value.abs().max().item
    #expect(layer.weight.value.shape == [100, 4, 4] && largest <= 0.25 && largest > 0.24)
    #expect(layer(Variable(.zeros([0, 4, 9]))).value.shape == [0, 100, 6])
    #expect(Conv1d(inputs: 1, outputs: 1, size: 1, hasBias: false, using: &random).bias == nil)
  }

  @Test func globalMeanOfSequences() {
    let input = Variable(Tensor(shape: [1, 2, 3], scalars: [1, 2, 6, 0, 0, 3]))
    #expect(GlobalAvgPool()(input).value == [[3, 1]])
  }
}
