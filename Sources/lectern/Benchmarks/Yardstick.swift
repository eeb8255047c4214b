import Engine
import Foundation
import Recommender

/// How well our models predict held-out ratings, on splits that Tests/Reference/yardstick.py writes
/// and on which it runs the models of other libraries.
///
/// A folder has `0.training.csv`, `0.test.csv`, `1.training.csv` and so on, with a header
/// `user,item,rating`.
enum Yardstick {
  /// What is learned from, and what is predicted; never more than pairs of the second are shown to a
  /// model.
  struct Parts {
    var training: Ratings
    var test: Ratings

    init(folder: String, number: Int) throws {
      let parts = try Ratings.sharingCatalogue(
        ["training", "test"].map { "\(folder)/\(number).\($0).csv" }, name: "split \(number)"
      ).parts
      (training, test) = (parts[0], parts[1])
    }
  }

  /// What it came to.
  struct Result: Encodable {
    var model: String
    var split: Int
    /// On the test part.
    var meanSquaredError: Double
    /// To learn and to predict.
    var seconds: Double
  }

  /// A way from training rows to predictions of other pairs.
  struct Model: Sendable {
    var name: String
    var predictions: @Sendable (_ training: Ratings, _ pairs: UserItemPairs) -> [Tensor]
    /// Whether several models' predictions are to be blended.
    var isBlend = false
  }

  static let models = [
    Model(name: "damped means") { [DampedMeans(of: $0)($1)] },
    Model(name: "Bayesian") { training, pairs in
      var random = RandomGenerator(seed: 1)
      return [BayesianFactorization(for: training, factors: 10, using: &random)(pairs)]
    },
    Model(name: "Bayesian, choices") { training, pairs in
      var random = RandomGenerator(seed: 1)
      let model = BayesianFactorization(
        for: training, factors: 10, information: [.ratedItems, .ratingUsers], using: &random)
      return [model(pairs)]
    },
    Model(
      name: "blend",
      predictions: { training, pairs in
        var random = RandomGenerator(seed: 1)
        let choices = BayesianFactorization(
          for: training, factors: 10, information: [.ratedItems, .ratingUsers], using: &random)
        let plain = BayesianFactorization(for: training, factors: 10, using: &random)
        return [choices(pairs), plain(pairs), ItemNeighbours(of: training)(pairs)]
      }, isBlend: true),
  ]

  static func result(of model: Model, split: Int, in folder: String) throws -> Result {
    let parts = try Parts(folder: folder, number: split)
    let clock = ContinuousClock()
    let start = clock.now
    let predictions = predict(model, parts.training, parts.test.pairs)
    let time = clock.now - start
    return Result(
      model: model.name, split: split,
      meanSquaredError: meanSquaredError(predictions, parts.test.values),
      seconds: Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
  }

  /// A blend's weights are fitted on a tenth of the training rows by models that learned from the
  /// rest; then the models learn from all.
  private static func predict(
    _ model: Model, _ training: Ratings, _ pairs: UserItemPairs
  ) -> Tensor {
    if !model.isBlend { return model.predictions(training, pairs)[0] }
    let inner = training.split(holdingOut: 0.1, seed: 1)
    let blend = Blend(
      of: model.predictions(inner.training, inner.validation.pairs),
      fitting: inner.validation.values)
    return blend(model.predictions(training, pairs))
  }

  private static func meanSquaredError(_ predictions: Tensor, _ ratings: [Float]) -> Double {
    let squares = zip(predictions.scalars, ratings).map { prediction, rating in
      let difference = Double(prediction) - Double(rating)
      return difference * difference
    }
    return squares.reduce(0, +) / Double(squares.count)
  }
}
