import Engine
import Foundation
import Recommender
import Testing

/// Three steps of training beside PyTorch's; Tests/Reference/transformer_figures.py writes them.
struct SequenceTransformerTests {
  struct Record: Decodable {
    var figures: Figures
  }

  struct Figures: Decodable {
    var userCount, itemCount, width, heads, feedForward, length: Int
    var hidden: [Int]
    var weights, trained: [String: Matrix]
    var steps: [Step]
  }

  struct Matrix: Decodable {
    var shape: [Int]
    var scalars: [Float]
  }

  struct Step: Decodable {
    var users: [Int]
    var items: [Int32]
    var ratings: [Float]
    var loss: Double
  }

  private func figures() throws -> Figures {
    let file = Bundle.module.bundleURL.appendingPathComponent(
      "Reference/sequence_transformer.json")
    return try JSONDecoder().decode(Record.self, from: Data(contentsOf: file)).figures
  }

  private func model(_ figures: Figures) throws -> SequenceTransformer {
    var sizes = SequenceTransformer.Sizes()
    (sizes.length, sizes.width, sizes.heads) = (figures.length, figures.width, figures.heads)
    (sizes.feedForward, sizes.hidden) = (figures.feedForward, figures.hidden)
    var random = RandomGenerator(seed: 1)
    let model = SequenceTransformer(
      userCount: figures.userCount, itemCount: figures.itemCount, sizes: sizes, dropout: 0,
      headDropout: 0, range: 0.5...5.5, using: &random)
    for parameter in model.parameters {
      let matrix = try #require(
        figures.weights[transformerNameInPyTorch(parameter.name)], "\(parameter.name)")
      parameter.variable.value = Tensor(shape: matrix.shape, scalars: matrix.scalars)
    }
    return model
  }

  @Test("Three steps give PyTorch's losses and weights")
  func threeSteps() throws {
    let figures = try figures()
    let model = try model(figures)
    var optimizer = Optimizer(AdamW(learningRate: 0.01, weightDecay: 0.01), for: model)
    var random = RandomGenerator(seed: 1)
    for step in figures.steps {
      let input = ItemSequences(
        users: Indices(step.users),
        items: Indices(shape: [step.users.count, figures.length], values: step.items))
      let loss = withTraining(using: &random) {
        gradients {
          let loss = meanSquaredError(model(input), Tensor(step.ratings))
          loss.backward()
          return loss.value.item
        }
      }
      let error = (Double(loss) - step.loss).magnitude / step.loss
      #expect(agreement("loss", Float(error)) <= 1e-5)
      optimizer.step()
    }
    for parameter in model.parameters {
      let expected = try #require(figures.trained[transformerNameInPyTorch(parameter.name)])
      let errors = zip(parameter.variable.value.scalars, expected.scalars).map {
        ($0 - $1).magnitude / max(1, $1.magnitude)
      }
      let tolerance = Self.tolerance(of: parameter.name)
      let isIdle = tolerance > 1e-4
      let largest = agreement(isIdle ? "idle biases" : "weights", errors.max()!)
      #expect(largest <= tolerance, "\(parameter.name)")
    }
  }

  /// The error as it is. With `LECTERN_AGREEMENT` set, prints it for the table in
  /// Tests/Reference/agreement.py.
  private func agreement(_ name: String, _ error: Float) -> Float {
    if ProcessInfo.processInfo.environment["LECTERN_AGREEMENT"] != nil {
      print("agreement:transformer, three steps:\(name):\(error)")
    }
    return error
  }

  /// A constant added before a batch normalisation, or to all keys before a softmax, changes
  /// nothing: the gradient of these biases is 0 but for rounding, which AdamW magnifies as it
  /// divides by its size. The others differ by the roundings of three steps.
  private static func tolerance(of name: String) -> Float {
    let idle = [
      "head.0.bias", "head.4.bias", "encoder.norm2.bias", "encoder.attention.inputProjection.bias",
    ]
    return idle.contains(name) ? 1e-3 : 5e-5
  }
}

/// What a parameter of the transformer is called in the figures that PyTorch made.
func transformerNameInPyTorch(_ name: String) -> String {
  let parts = [
    ("attention.inputProjection.", "self_attn.in_proj_"),
    ("attention.outputProjection.", "self_attn.out_proj."),
    ("runningMean", "running_mean"), ("runningVariance", "running_var"),
  ]
  let translated = parts.reduce(name) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  return translated == "positions" ? "positions.weight" : translated
}
