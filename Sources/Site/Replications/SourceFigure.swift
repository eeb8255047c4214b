/// A figure that a text reports for its own run: the only numbers of the page that no program of
/// this project has computed.
struct SourceFigure: Sendable {
  var model: String
  var set: String
  var metric: ReplicationMetric
  var value: Double
  var source: Source

  enum Source: CaseIterable, Sendable {
    /// The tables of epochs below `fit_one_cycle`; the last epoch's `valid_loss`.
    case course
    /// The outputs of its cells; the epoch of the checkpoint that is loaded at the end.
    case article
    /// Its conclusion.
    case project

    var text: String {
      switch self {
      case .course:
        "notes on fastai's course Practical Deep Learning, on collaborative filtering (ml-100k)"
      case .article:
        "C. Hughes, Comparing matrix factorization with transformers for MovieLens recommendations "
          + "using PyTorch-accelerated, 2021 (ml-1m)"
      case .project:
        "a report on a network with slanted triangular rates for the Netflix Prize (netflix-prize)"
      }
    }
  }

  static func find(_ model: String, on set: String, _ metric: ReplicationMetric) -> SourceFigure? {
    all.first { $0.model == model && $0.set == set && $0.metric == metric }
  }

  static let all =
    [
      course("dot product", 0.882022),
      course("dot product with biases, range and decay", 0.822528),
      course("neural, one layer of 100", 0.878594),
      SourceFigure(
        model: "twin network", set: "netflix-prize", metric: .meanSquaredError, value: 1.07,
        source: .project),
    ]
    + article("median", 0.911589, 1.237119)
    + article("factorization, 120 factors", 0.890166, 1.147320)
    + article("transformer, movies", 0.725866, 0.928546)
    + article("transformer, + ratings", 0.718267, 0.922295)
    + article("transformer, + user features", 0.716057, 0.923012)

  private static func course(_ model: String, _ value: Double) -> SourceFigure {
    SourceFigure(
      model: model, set: "ml-100k", metric: .meanSquaredError, value: value, source: .course)
  }

  private static func article(
    _ model: String, _ absolute: Double, _ rootOfSquared: Double
  ) -> [SourceFigure] {
    [(ReplicationMetric.meanAbsoluteError, absolute), (.rootMeanSquaredError, rootOfSquared)].map {
      SourceFigure(model: model, set: "ml-1m", metric: $0, value: $1, source: .article)
    }
  }
}

/// An ordering of two models that a text's figures show: the first has the smaller error.
struct ClaimedOrdering: Equatable, Sendable {
  var better: String
  var worse: String
  var metric: ReplicationMetric

  static let all = [
    ClaimedOrdering(
      better: "dot product with biases, range and decay", worse: "dot product",
      metric: .meanSquaredError),
    ClaimedOrdering(
      better: "dot product with biases, range and decay", worse: "neural, one layer of 100",
      metric: .meanSquaredError),
    ClaimedOrdering(
      better: "neural, one layer of 100", worse: "dot product", metric: .meanSquaredError),
    ClaimedOrdering(
      better: "factorization, 120 factors", worse: "median", metric: .meanAbsoluteError),
    ClaimedOrdering(
      better: "factorization, 120 factors", worse: "median", metric: .rootMeanSquaredError),
    ClaimedOrdering(
      better: "transformer, movies", worse: "factorization, 120 factors",
      metric: .meanAbsoluteError),
    ClaimedOrdering(
      better: "transformer, movies", worse: "factorization, 120 factors",
      metric: .rootMeanSquaredError),
    ClaimedOrdering(
      better: "transformer, + ratings", worse: "transformer, movies", metric: .meanAbsoluteError),
    ClaimedOrdering(
      better: "transformer, + ratings", worse: "transformer, movies",
      metric: .rootMeanSquaredError),
    ClaimedOrdering(
      better: "transformer, + user features", worse: "transformer, + ratings",
      metric: .meanAbsoluteError),
    ClaimedOrdering(
      better: "transformer, + ratings", worse: "transformer, + user features",
      metric: .rootMeanSquaredError),
  ]
}
