/// A model of one of the texts that the course rests on, with that text's settings.
public struct Replication: Equatable, Sendable {
  public var model: String
  /// The data sets it runs on.
  public var sets: [String]
  public var settings: ReplicationSettings

  public init(model: String, sets: [String], settings: ReplicationSettings) {
    self.model = model
    self.sets = sets
    self.settings = settings
  }

  /// Whether another seed gives another result.
  public var isRandom: Bool { settings.model != .median }
}

extension Replication {
  /// All of them, in the order of the page.
  public static let all = fromCourse + fromArticle + [twin]

  private static let fromCourse = [
    Replication(
      model: "dot product", sets: ["ml-100k"],
      settings: course(
        .dotProduct(factors: 50, hasBiases: false, range: nil, deviation: 0.01, cutAt: 0.02),
        weightDecay: 0.01)),
    Replication(
      model: "dot product with biases, range and decay", sets: ["ml-100k"],
      settings: course(
        .dotProduct(factors: 50, hasBiases: true, range: [0, 5.5], deviation: 0.01, cutAt: 0.02),
        weightDecay: 0.1)),
    Replication(
      model: "neural, one layer of 100", sets: ["ml-100k"],
      settings: course(neural([100], hasBatchNorm: false), weightDecay: 0.01)),
    Replication(
      model: "neural, layers of 100 and 50", sets: ["ml-100k"],
      settings: course(neural([100, 50], hasBatchNorm: true), weightDecay: 0.1)),
  ]

  private static let fromArticle = [
    article("median", .median, epochs: nil),
    article(
      "factorization, 120 factors",
      .dotProduct(
        factors: 120, hasBiases: true, range: [0.5, 5.5], deviation: 1, cutAt: nil), epochs: 30),
    article("transformer, movies", transformer([]), epochs: 10),
    article("transformer, + ratings", transformer(["ratings"]), epochs: 10),
    article("transformer, + user features", transformer(["ratings", "userFeatures"]), epochs: 10),
  ]

  /// Its text gives the width, the two layers and the schedule; the rest are PyTorch's defaults and
  /// our choice.
  private static let twin = Replication(
    model: "twin network", sets: ["netflix-prize"],
    settings: ReplicationSettings(
      split: .randomFifth,
      model: .neural(
        embeddingWidth: 100, layers: [100, 100], hasBatchNorm: true, dropout: 0.2, range: nil,
        deviation: 1, cutAt: nil),
      training: ReplicationTraining(
        epochs: 3, batchSize: 4096, schedule: .slantedTriangular, peak: 0.01, weightDecay: 0.01,
        decaysVectors: true, beta2: 0.999, epsilon: 1e-8)))

  private static func neural(_ layers: [Int], hasBatchNorm: Bool) -> ReplicationModel {
    .neural(
      embeddingWidth: nil, layers: layers, hasBatchNorm: hasBatchNorm, dropout: 0,
      range: [0, 5.5], deviation: 0.01, cutAt: 0.02)
  }

  private static func transformer(_ reads: [String]) -> ReplicationModel {
    .transformer(
      length: 10, width: 120, heads: 12, feedForward: 2048, hidden: [1024, 512, 256],
      dropout: 0.1, headDropout: 0.2, range: [0.5, 5.5], reads: reads)
  }

  private static func course(_ model: ReplicationModel, weightDecay: Double) -> ReplicationSettings
  {
    ReplicationSettings(
      split: .randomFifth, model: model,
      training: ReplicationTraining(
        epochs: 5, batchSize: 64, schedule: .fastaiOneCycle, peak: 5e-3, weightDecay: weightDecay,
        decaysVectors: false, beta2: 0.99, epsilon: 1e-5))
  }

  private static func article(
    _ name: String, _ model: ReplicationModel, epochs: Int?
  ) -> Replication {
    let training = epochs.map {
      ReplicationTraining(
        epochs: $0, batchSize: 512, schedule: .pytorchOneCycle, peak: 0.01, weightDecay: 0.01,
        decaysVectors: true, beta2: 0.999, epsilon: 1e-8,
        earlyStopping: .init(patience: 2, threshold: 0.001))
    }
    return Replication(
      model: name, sets: ["ml-1m", "ml-100k"],
      settings: ReplicationSettings(split: .lastOfEachUser, model: model, training: training))
  }
}
