import Engine
import Recommender

/// One of our models for lists, with the settings that are tried.
struct RankingModel: Sendable {
  struct Candidate: Sendable {
    /// What is different about it.
    var settings: String
    var make: @Sendable (_ known: Ratings) -> any ItemScorer
  }

  var name: String
  var candidates: [Candidate]

  static let all = [
    RankingModel(
      name: "popularity",
      candidates: [Candidate(settings: "") { Popularity(of: $0) }]),
    RankingModel(
      name: "damped means",
      candidates: [25.0, 100, 400].map { damping in
        Candidate(settings: "damping \(Int(damping))") { DampedMeans(of: $0, damping: damping) }
      }),
    RankingModel(name: "item neighbours", candidates: neighbours),
    RankingModel(name: "implicit least squares", candidates: leastSquares),
    RankingModel(
      name: "Bayesian",
      candidates: [
        ("", SideInformation()), (", choices", [.ratedItems, .ratingUsers]),
      ].map { words, information in
        Candidate(settings: "10 factors\(words)") { known in
          var random = RandomGenerator(seed: 1)
          return BayesianFactorization(
            for: known, factors: 10, information: information, using: &random)
        }
      }),
  ]

  private static let neighbours = [5, 20, 80].flatMap { count in
    [(1, 0.0), (10, 50), (30, 200)].map { support, shrinkage in
      Candidate(settings: "\(count), support \(support), shrinkage \(Int(shrinkage))") {
        ItemNeighbours(
          of: $0, neighbours: count, centring: .itemMean, minimumSupport: support,
          shrinkage: shrinkage)
      }
    }
  }

  /// The confidence grows with the rating.
  private static let leastSquares = [8, 16, 32].flatMap { factors in
    [0.3, 1, 3].flatMap { confidence in
      [3.0, 10, 30, 100].map { leastSquares(factors, confidence: confidence, regularization: $0) }
    }
  }

  private static func leastSquares(
    _ factors: Int, confidence: Double, regularization: Double
  ) -> Candidate {
    Candidate(settings: "\(factors) factors, confidence \(confidence), λ \(regularization)") {
      var random = RandomGenerator(seed: 1)
      return ImplicitLeastSquares(
        for: $0, factors: factors, regularization: regularization, confidence: confidence,
        sweeps: 15, using: &random)
    }
  }
}
