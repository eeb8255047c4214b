import Engine
import Testing

@testable import Recommender

/// Beside NumPy's least squares on the same problems, written out densely.
struct LeastSquaresTests {
  private let figures: ReferenceFigures

  init() throws { figures = try .read() }

  private var start: FactorTable { FactorTable(figures.start, width: 2) }

  private func explicit(hasBiases: Bool) -> AlternatingLeastSquares {
    AlternatingLeastSquares(
      for: figures.table, regularization: figures.penalty, sweeps: figures.sweeps,
      hasBiases: hasBiases, start: start)
  }

  @Test func explicitRatings() {
    for (hasBiases, expected) in [(true, figures.biased), (false, figures.unbiased)] {
      let model = explicit(hasBiases: hasBiases)
      let predictions = (0..<figures.userCount).map { model.scores(forUser: $0) }
      #expect(difference(predictions, expected) < 1e-12)
    }
  }

  @Test func implicitFeedback() {
    let model = ImplicitLeastSquares(
      for: figures.table, regularization: figures.penalty, confidence: figures.confidence,
      sweeps: figures.sweeps, start: start)
    let scores = (0..<figures.userCount).map { model.scores(forUser: $0) }
    #expect(difference(scores, figures.implicit) < 1e-12)
    #expect(model.userFactors.shape == [7, 2])
    #expect(model.itemFactors.shape == [8, 2])
  }

  /// Factors and biases make up the prediction.
  @Test func parts() {
    let model = explicit(hasBiases: true)
    let user = model.userFactors.scalars[4..<6], item = model.itemFactors.scalars[6..<8]
    let product = zip(user, item).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    let biases = model.userBiases.scalars[2] + model.itemBiases.scalars[3]
    let prediction = model(UserItemPairs(users: [2], items: [3])).scalars[0]
    #expect(abs(Float(model.mean) + biases + product - prediction) < 1e-5)
    #expect(explicit(hasBiases: false).userBiases == Tensor.zeros([7]))
  }

  /// Somebody without ratings is predicted from the item alone.
  @Test func withoutRatings() {
    let model = explicit(hasBiases: true)
    #expect(model.userFactors.scalars[12..<14] == [0, 0])
    #expect(model.scores(forUser: 6)[7] == model.mean)
  }

  /// Three views of an item are one row of three.
  @Test func repeatedFeedback() {
    let once = Ratings.example([(0, 1, 3, 0), (1, 0, 1, 0)], users: 2, items: 2)
    let often = Ratings.example(
      [(0, 1, 1, 0), (1, 0, 1, 0), (0, 1, 2, 0)], users: 2, items: 2)
    let start = FactorTable([[0.1], [-0.2]], width: 1)
    let scores = [once, often].map {
      ImplicitLeastSquares(
        for: $0, regularization: 0.1, confidence: 2, sweeps: 2, start: start
      ).scores(forUser: 0)
    }
    #expect(scores[0] == scores[1])
  }

  /// On the embedded set it beats the means, and the same seed gives the same model.
  @Test func latestSmall() {
    let split = MovieLens.latestSmall.split(holdingOut: 0.2, seed: 1)
    func error(_ predictions: Tensor) -> Float {
      let differences = zip(predictions.scalars, split.validation.values).map { $0 - $1 }
      return differences.reduce(0) { $0 + $1 * $1 } / Float(differences.count)
    }
    var (random, again) = (RandomGenerator(seed: 1), RandomGenerator(seed: 1))
    let model = AlternatingLeastSquares(
      for: split.training, factors: 4, sweeps: 5, using: &random)
    let second = AlternatingLeastSquares(
      for: split.training, factors: 4, sweeps: 5, using: &again)
    let means = error(MeanRatings(of: split.training)(split.validation.pairs))
    let predictions = model(split.validation.pairs)
    #expect(error(predictions) < means)
    #expect(predictions == second(split.validation.pairs))
  }
}
