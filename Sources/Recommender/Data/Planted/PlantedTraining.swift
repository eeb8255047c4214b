import Engine

/// One training on planted ratings, and how near it comes to the right answer.
package struct PlantedTraining {
  package let planted: PlantedFactors
  package let trainer: Trainer<DotProduct, RatingsFile>
  private let validation: RatingsFile

  /// Plain factors of the planted rank, changed row by row by Adagrad.
  ///
  /// - Parameters:
  ///   - training: ratings that `planted` made.
  ///   - validation: others of the same factors.
  package init(_ planted: PlantedFactors, training: RatingsFile, validation: RatingsFile) {
    (self.planted, self.validation) = (planted, validation)
    trainer = Self.trainer(on: training, rank: planted.rank)
  }

  package static func trainer(
    on file: RatingsFile, rank: Int
  ) -> Trainer<DotProduct, RatingsFile> {
    var random = RandomGenerator(seed: 1)
    let model = DotProduct(
      for: file, factors: rank, hasBiases: false, initializer: initializer, using: &random)
    return trainer(of: model, on: file)
  }

  /// The same training from memory.
  package static func trainer(on ratings: Ratings, rank: Int) -> Trainer<DotProduct, Ratings> {
    var random = RandomGenerator(seed: 1)
    let model = DotProduct(
      for: ratings, factors: rank, hasBiases: false, initializer: initializer, using: &random)
    return trainer(of: model, on: ratings)
  }

  private static func trainer<Items: Dataset>(
    of model: DotProduct, on items: Items
  ) -> Trainer<DotProduct, Items> where Items.Input == UserItemPairs, Items.Targets == Tensor {
    Trainer(
      model: model, training: items, loss: .meanSquaredError,
      optimizer: Adagrad(learningRate: 0.3), batchSize: 8192, random: RandomGenerator(seed: 2))
  }

  /// Long steps first, then ever shorter ones, with which the noise averages out.
  package static let schedule = Schedule.linear(from: 0.3, to: 0.003)

  private static let initializer = Initializer.normal(standardDeviation: 0.3)

  /// On ratings that the model has not seen.
  package var rootMeanSquaredError: Double {
    trainer.evaluate(on: validation).loss.squareRoot()
  }

  /// The sine of the largest angle between the learned and the planted space of the users' factors
  /// and of the items'.
  package var largestSines: (users: Float, items: Float) {
    let model = trainer.model
    let users = PlantedFactors.principalSines(model.userFactors.weight.value, planted.users)
    let items = PlantedFactors.principalSines(model.itemFactors.weight.value, planted.items)
    return (users[0], items[0])
  }
}
