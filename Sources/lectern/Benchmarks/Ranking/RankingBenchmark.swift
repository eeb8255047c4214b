import Recommender

/// How good the first ten items of our models' lists, and of other programs', are.
///
/// All items that the user has not rated in what was learned from compete; the wanted ones are those
/// rated 4 or more in the part that is held out.
enum RankingBenchmark {
  struct Result: Encodable {
    var model: String
    var settings: String
    /// Which part the lists were compared with.
    var part: String
    /// The mean over users of the normalised discounted cumulative gain at 10.
    var ndcg: Double
    /// The ends of its 95 % interval over users.
    var lower: Double
    var upper: Double
    var users: Int
    /// To learn and to make the lists, with the settings that were best on the validation part.
    var seconds: Double?
  }

  /// Chooses a model's settings on the validation part, and judges them by the test part.
  static func result(of model: RankingModel, on split: RankingSplit) -> Result {
    var best = model.candidates[0]
    if model.candidates.count > 1 {
      let search = split.split(.validation)
      let figures = model.candidates.map { metrics(of: $0.make(search.training), on: search).ndcg }
      best = model.candidates[figures.indices.max { figures[$0] < figures[$1] } ?? 0]
    }
    let last = split.split(.test)
    let clock = ContinuousClock()
    let start = clock.now
    let judged = metrics(of: best.make(last.training), on: last)
    let time = clock.now - start
    return result(
      judged, model.name, best.settings, .test,
      seconds: Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
  }

  /// Judges the lists of a file.
  static func result(ofLists path: String, on split: RankingSplit) throws -> Result {
    let lists = try RankingLists(path: path)
    guard let part = RankingSplit.Part(rawValue: lists.part) else {
      throw WrongCall(
        message: "\(path): there is no part ‘\(lists.part)’", advice: "write validation or test")
    }
    let split = split.split(part)
    let judged = metrics(of: try lists.scorer(for: split), on: split)
    return result(judged, lists.model, "", part, seconds: nil)
  }

  private static func metrics(of scorer: any ItemScorer, on split: Split) -> RankingMetrics {
    split.rankingMetrics(
      of: scorer, at: RankingSplit.listLength, relevantFrom: RankingSplit.relevantFrom)
  }

  private static func result(
    _ metrics: RankingMetrics, _ model: String, _ settings: String, _ part: RankingSplit.Part,
    seconds: Double?
  ) -> Result {
    let ndcg = metrics.estimate(.ndcg)
    return Result(
      model: model, settings: settings, part: part.rawValue, ndcg: ndcg.value, lower: ndcg.lower,
      upper: ndcg.upper, users: metrics.users, seconds: seconds)
  }
}
