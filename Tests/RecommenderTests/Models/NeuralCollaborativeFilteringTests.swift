import Engine
import Foundation
import Testing

@testable import Recommender

struct NeuralCollaborativeFilteringTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (2, 1, 3, 1), (2, 0, 5, 2), (1, 2, 1, 3), (1, 1, 2, 4), (0, 0, 4, 5)],
    users: 3, items: 4)

  @Test("layer by layer, gradients and predictions are PyTorch's", arguments: 0..<3)
  func reference(index: Int) throws {
    let figures = try NeuralFigures.read().neural[index]
    let pairs = UserItemPairs(users: Indices(figures.users), items: Indices(figures.items))
    let layered = try model(figures)
    figures.checkOutputs {
      var x = Variable.concatenate(
        [layered.users(pairs.users), layered.items(pairs.items)], axis: 1)
      return layered.network.layers.map { layer in
        x = layer(x)
        return x
      }
    }
    try figures.check(try model(figures), pairs, name: pytorchName)
  }

  private func model(_ figures: NeuralFigures.Neural) throws -> NeuralCollaborativeFiltering {
    var random = RandomGenerator(seed: 1)
    let users = try #require(figures.weights["users.weight"]).shape
    let items = try #require(figures.weights["items.weight"]).shape
    let model = NeuralCollaborativeFiltering(
      userCount: users[0], itemCount: items[0], widths: (users[1], items[1]),
      layers: figures.layers, hasBatchNorm: figures.hasBatchNorm, range: 0.5...5.5,
      using: &random)
    try figures.load(into: model, name: pytorchName)
    return model
  }

  private func pytorchName(_ name: String) -> String {
    name.replacingOccurrences(of: "runningMean", with: "running_mean")
      .replacingOccurrences(of: "runningVariance", with: "running_var")
  }

  @Test func embeddingWidthsAreThoseOfFastai() throws {
    for pair in try NeuralFigures.read().embeddingWidths {
      #expect(NeuralCollaborativeFiltering.embeddingWidth(for: pair[0]) == pair[1], "\(pair[0])")
    }
  }

  @Test("sizes by rule, and as twins; linear maps before a normalisation have no bias")
  func shapes() {
    var random = RandomGenerator(seed: 1)
    let sized = NeuralCollaborativeFiltering(for: ratings, range: 0.5...5.5, using: &random)
    #expect(sized.users.weight.value.shape == [3, 3])
    #expect(sized.items.weight.value.shape == [4, 3])
    #expect(
      sized.network.parameters.map(\.variable.value.shape) == [
        [100, 6], [100], [100], [100], [100], [50, 100], [50], [50], [50], [50], [1, 50], [1],
      ])
    let twin = NeuralCollaborativeFiltering(
      for: ratings, embeddingWidth: 100, layers: [20, 10], dropout: 0.2, using: &random)
    #expect(twin.users.weight.value.shape == [3, 100])
    #expect(twin.items.weight.value.shape == [4, 100])
    #expect(twin.network.layers.filter { ($0 as? Dropout)?.rate == 0.2 }.count == 2)
    #expect(twin.network.layers.filter { $0 is BatchNorm1d }.count == 2)
  }

  @Test("hidden layers start by He's rule: a deviation of √(2 / inputs)")
  func start() {
    var random = RandomGenerator(seed: 1)
    let model = NeuralCollaborativeFiltering(
      for: ratings, embeddingWidth: 100, layers: [400], using: &random)
    let weights = model.network.parameters[0].variable.value.scalars
    let meanSquare = weights.reduce(0) { $0 + Double($1) * Double($1) } / Double(weights.count)
    #expect((meanSquare * 200 / 2 - 1).magnitude < 0.03)
    let table = model.users.weight.value.scalars
    #expect(table.allSatisfy { $0.magnitude <= 0.02 })
    #expect(table.contains { $0.magnitude > 0.01 })
  }

  @Test("the embeddings learn with the rest; dropout acts in training alone")
  func learns() throws {
    var random = RandomGenerator(seed: 2)
    let model = NeuralCollaborativeFiltering(
      for: ratings, layers: [16], hasBatchNorm: false, range: 0.5...5.5, using: &random)
    let before = [model.users, model.items].map(\.weight.value)
    let trainer = Trainer(
      model: model, training: ratings, loss: .meanSquaredError,
      optimizer: AdamW(learningRate: 0.02, weightDecay: 0), batchSize: 3, random: random)
    try trainer.fit(epochs: 150)
    #expect(trainer.evaluate(on: ratings).loss < 0.01)
    for (table, before) in zip([model.users, model.items], before) {
      #expect(table.weight.value != before)
    }
    let dropping = NeuralCollaborativeFiltering(
      for: ratings, layers: [16], dropout: 0.5, range: 0.5...5.5, using: &random)
    #expect(dropping(ratings.pairs).value == dropping(ratings.pairs).value)
    let trained = (0..<2).map { _ in
      withTraining(using: &random) { dropping(ratings.pairs).value }
    }
    #expect(trained[0] != trained[1])
  }

  @Test func scoresAreThePredictions() {
    var random = RandomGenerator(seed: 3)
    let model = NeuralCollaborativeFiltering(for: ratings, range: 0.5...5.5, using: &random)
    let pairs = UserItemPairs(users: [2, 2, 2, 2], items: [0, 1, 2, 3])
    #expect(model.scores(forUser: 2) == model(pairs).value.scalars.map(Double.init))
    #expect(ratings.recommend(2, to: 2, by: model).items.sorted() == [2, 3])
  }
}
