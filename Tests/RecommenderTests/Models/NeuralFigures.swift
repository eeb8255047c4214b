import Engine
import Foundation
import Testing

/// What Tests/Reference/neural_figures.py writes.
struct NeuralFigures: Decodable {
  var neural: [Neural]
  var transformers: [Transformer]
  var embeddingWidths: [[Int]]

  struct Neural: Decodable, ModelFigures {
    var users, items: [Int]
    var layers, widths: [Int]
    var hasBatchNorm: Bool
    var weights, gradients: [String: Matrix]
    var ratings, inUse: [Float]
    var loss: Float
    var outputs: [Matrix]
  }

  struct Transformer: Decodable, ModelFigures {
    var users: [Int]
    var items, steps, features: [Int32]
    var featureCounts: [Int]
    var layers: Int
    var isSine: Bool
    var weights, gradients: [String: Matrix]
    var ratings, inUse: [Float]
    var loss: Float
    var outputs: [Matrix]
  }

  struct Matrix: Decodable {
    var shape: [Int]
    var scalars: [Float]
    var tensor: Tensor { Tensor(shape: shape, scalars: scalars) }
  }

  static func read() throws -> NeuralFigures {
    struct Record: Decodable { var figures: NeuralFigures }
    let file = Bundle.module.bundleURL.appendingPathComponent("Reference/neural.json")
    return try JSONDecoder().decode(Record.self, from: Data(contentsOf: file)).figures
  }
}

/// One model's pass forward and back, by PyTorch.
protocol ModelFigures {
  var weights: [String: NeuralFigures.Matrix] { get }
  var gradients: [String: NeuralFigures.Matrix] { get }
  var ratings: [Float] { get }
  var inUse: [Float] { get }
  var loss: Float { get }
  var outputs: [NeuralFigures.Matrix] { get }
}

extension ModelFigures {
  /// Gives a model these weights, by PyTorch's names.
  func load(into model: some Layer, name: (String) -> String) throws {
    for parameter in model.parameters {
      let matrix = try #require(weights[name(parameter.name)], "\(parameter.name)")
      try #require(parameter.variable.value.shape == matrix.shape, "\(parameter.name)")
      parameter.variable.value = matrix.tensor
    }
  }

  /// Loss and gradients in training, then the predictions in use.
  func check<Trained: Model>(
    _ model: Trained, _ input: Trained.Input, name: (String) -> String
  ) throws {
    var random = RandomGenerator(seed: 1)
    let found = withTraining(using: &random) {
      Engine.gradients {
        let loss = meanSquaredError(model(input), Tensor(ratings))
        loss.backward()
        return loss.value.item
      }
    }
    #expect((found / loss - 1).magnitude < 2e-6)
    for parameter in model.parameters where parameter.variable.requiresGradient {
      let expected = try #require(gradients[name(parameter.name)], "\(parameter.name)")
      let error = largestDifference(parameter.variable.gradient, expected.tensor)
      #expect(error < 5e-6, "gradient of \(parameter.name)")
    }
    #expect(largestDifference(model(input).value, Tensor(inUse)) < 5e-6)
  }

  /// What each layer gives in training.
  func checkOutputs(_ layers: () -> [Variable]) {
    var random = RandomGenerator(seed: 1)
    let found = withTraining(using: &random) { layers().map(\.value) }
    #expect(found.count == outputs.count)
    for (index, (found, expected)) in zip(found, outputs).enumerated() {
      #expect(largestDifference(found, expected.tensor) < 5e-6, "output of layer \(index)")
    }
  }
}

/// Of an element, as a share of the expected one where that is above 1; infinite for other shapes.
func largestDifference(_ tensor: Tensor?, _ expected: Tensor) -> Float {
  guard let tensor, tensor.shape == expected.shape else { return .infinity }
  return zip(tensor.scalars, expected.scalars).map { value, expected in
    let difference = (value - expected).magnitude / max(1, expected.magnitude)
    return difference.isNaN ? .infinity : difference
  }.max() ?? 0
}
