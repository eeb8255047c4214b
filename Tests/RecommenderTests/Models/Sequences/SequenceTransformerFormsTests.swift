import Engine
import Foundation
import Testing

@testable import Recommender

/// The forms that read ratings and user features, with learned and with fixed positions.
struct SequenceTransformerFormsTests {
  @Test("layer by layer, gradients and predictions are PyTorch's", arguments: 0..<3)
  func reference(index: Int) throws {
    let figures = try NeuralFigures.read().transformers[index]
    let input = input(figures)
    let layered = try model(figures)
    figures.checkOutputs {
      var x = layered.places(of: input)
      var outputs = [x]
      for encoder in [layered.encoder] + layered.furtherEncoders {
        x = encoder(x, ignoring: input.padding)
        outputs.append(x)
      }
      let flat = x.reshape([input.users.count, x.value.count / input.users.count])
      x = Variable.concatenate(
        [flat, layered.users(input.users)] + layered.features(of: input), axis: 1)
      for layer in layered.head.layers {
        x = layer(x)
        outputs.append(x)
      }
      return outputs
    }
    try figures.check(try model(figures), input, name: pytorchName)
  }

  private func input(_ figures: NeuralFigures.Transformer) -> ItemSequences {
    let batch = figures.users.count
    let length = figures.items.count / batch
    return ItemSequences(
      users: Indices(figures.users),
      items: Indices(shape: [batch, length], values: figures.items),
      ratings: Indices(shape: [batch, length - 1], values: figures.steps),
      features: Indices(shape: [batch, figures.features.count / batch], values: figures.features))
  }

  private func model(_ figures: NeuralFigures.Transformer) throws -> SequenceTransformer {
    var random = RandomGenerator(seed: 1)
    func count(_ name: String) -> Int { figures.weights[name + ".weight"]!.shape[0] }
    var sizes = SequenceTransformer.Sizes(
      width: 6, heads: 3, feedForward: 10, layers: figures.layers, hidden: [16, 8])
    sizes.length = count("positions") + 1
    let model = SequenceTransformer(
      userCount: count("users"), itemCount: count("items"), ratingSteps: count("ratings") - 1,
      featureCounts: figures.featureCounts, sizes: sizes,
      positions: figures.isSine ? .sine : .learned, dropout: 0, headDropout: 0,
      range: 0.5...5.5, using: &random)
    if figures.isSine {
      let expected = try #require(figures.weights["positions.weight"]).tensor
      #expect(largestDifference(model.positions.value, expected) < 1e-7)
    }
    try figures.load(into: model, name: pytorchName)
    return model
  }

  private func pytorchName(_ name: String) -> String {
    var name = name
    if name.hasPrefix("encoder.") {
      name = "encoders.0." + name.dropFirst("encoder.".count)
    } else if name.hasPrefix("furtherEncoders.") {
      let rest = name.dropFirst("furtherEncoders.".count).split(separator: ".", maxSplits: 1)
      name = "encoders.\(Int(rest[0])! + 1).\(rest[1])"
    }
    return transformerNameInPyTorch(name)
  }

  @Test("fixed positions do not train")
  func sine() throws {
    let rows: [(Int32, Int32, Float, Int64)] = (0..<40).map { (index: Int) in
      (Int32(index % 4), Int32(index * 7 % 11), Float(index % 5 + 1), Int64(index))
    }
    let ratings = Ratings.example(rows, users: 4, items: 11)
    let sequences = RatingSequences(of: ratings, length: 4)
    var random = RandomGenerator(seed: 1)
    let model = SequenceTransformer(
      for: sequences, reading: .ratings,
      sizes: SequenceTransformer.Sizes(width: 6, heads: 2, feedForward: 8, hidden: [8, 6]),
      positions: .sine, range: 0.5...5.5, using: &random)
    let start = model.positions.value
    #expect(start == SequenceTransformer.Positions.waves(length: 3, width: 6))
    let trainer = Trainer(
      model: model, training: sequences, loss: .meanSquaredError, optimizer: AdamW(),
      batchSize: 20, random: random)
    let ratingsBefore = try #require(model.ratings).weight.value
    try trainer.fit(epochs: 1)
    #expect(model.positions.value == start)
    #expect(model.ratings?.weight.value != ratingsBefore)
  }
}
