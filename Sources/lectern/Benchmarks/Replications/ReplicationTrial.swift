import Engine
import Foundation
import Recommender
import Site

/// Trains the model of some settings once and measures its errors.
struct ReplicationTrial {
  /// What it came to on the held-out ratings.
  struct Outcome {
    var meanSquaredError: Double
    var meanAbsoluteError: Double
    /// How many were trained.
    var epochs: Int
  }

  var settings: ReplicationSettings
  var seed: Int
  /// Told of each epoch.
  var report: (EpochRecord) -> Void = { _ in }

  private var random: RandomGenerator { RandomGenerator(seed: UInt64(seed)) }

  func run(on ratings: Ratings) throws -> Outcome {
    let split =
      switch settings.split {
      case .randomFifth: HeldOutFifth.split(ratings, seed: seed)
      case .lastOfEachUser: ratings.split(holdingOutLast: 1)
      }
    var random = random.split("model")
    switch settings.model {
    case .median: return median(split)
    case .dotProduct(let factors, let hasBiases, let range, let deviation, let cutAt):
      let model = DotProduct(
        for: ratings, factors: factors, hasBiases: hasBiases, range: Self.range(range),
        initializer: Self.initializer(deviation, cutAt), using: &random)
      return try train(model, split.training, split.validation)
    case .neural(
      let width, let layers, let hasBatchNorm, let dropout, let range, let deviation, let cutAt):
      let model = NeuralCollaborativeFiltering(
        for: ratings, embeddingWidth: width, layers: layers, dropout: Float(dropout),
        hasBatchNorm: hasBatchNorm, range: Self.range(range),
        embeddingInitializer: Self.initializer(deviation, cutAt), initializer: .linearDefault,
        using: &random)
      return try train(model, split.training, split.validation)
    case .transformer: return try transformer(split, &random)
    }
  }

  private func transformer(_ split: Split, _ random: inout RandomGenerator) throws -> Outcome {
    guard
      case .transformer(
        let length, let width, let heads, let feedForward, let hidden, let dropout,
        let headDropout, let range, let reads) = settings.model
    else { fatalError("not a transformer") }
    let training = RatingSequences(of: split.training, length: length)
    let validation = RatingSequences(
      of: split.validation, after: split.training, length: length, scale: training.scale)
    var extras: SequenceTransformer.Extras = []
    if reads.contains("ratings") { extras.insert(.ratings) }
    if reads.contains("userFeatures") { extras.insert(.userFeatures) }
    let model = SequenceTransformer(
      for: training, reading: extras,
      sizes: .init(width: width, heads: heads, feedForward: feedForward, hidden: hidden),
      dropout: Float(dropout), headDropout: Float(headDropout), range: Self.range(range),
      using: &random)
    return try train(model, training, validation)
  }

  private func median(_ split: Split) -> Outcome {
    let value = OverallAverage(of: split.training, .median).value
    let errors = split.validation.values.map { Double($0) - value }
    let count = Double(errors.count)
    return Outcome(
      meanSquaredError: errors.reduce(0) { $0 + $1 * $1 } / count,
      meanAbsoluteError: errors.reduce(0) { $0 + abs($1) } / count, epochs: 0)
  }

  private func train<TrainedModel: Model, Items: Dataset>(
    _ model: TrainedModel, _ training: Items, _ validation: Items
  ) throws -> Outcome where Items.Input == TrainedModel.Input, Items.Targets == Tensor {
    guard let setting = settings.training else { fatalError("settings without training") }
    let vectors = Set(
      model.parameters.filter { $0.variable.value.shape.count == 1 }.map(\.name))
    let undecayed = ParameterGroup<AdamW>("vectors", where: vectors.contains) { $0.weightDecay = 0 }
    let absolute: (EpochRecord) -> Double? = { $0.metric("MAE") }
    let report = report
    var callbacks = [
      Callback(afterEpoch: {
        report($0)
        return .proceed
      })
    ]
    if let stop = setting.earlyStopping {
      callbacks += [
        .stopEarly(patience: stop.patience, threshold: stop.threshold, watching: absolute),
        .keepBest(of: model, watching: absolute),
      ]
    }
    let trainer = Trainer(
      model: model, training: training, validation: validation, loss: .meanSquaredError,
      optimizer: AdamW(
        learningRate: setting.peak, beta2: setting.beta2, epsilon: setting.epsilon,
        weightDecay: setting.weightDecay),
      parameterGroups: setting.decaysVectors || vectors.isEmpty ? [] : [undecayed],
      metrics: [.meanSquaredError, .meanAbsoluteError], batchSize: setting.batchSize,
      random: random, callbacks: callbacks)
    let history = try trainer.fit(epochs: setting.epochs, schedule: Self.schedule(setting))
    let figures = trainer.evaluate(on: validation).metrics.map(\.value)
    return Outcome(
      meanSquaredError: figures[0], meanAbsoluteError: figures[1], epochs: history.epochs.count)
  }

  private static func schedule(_ setting: ReplicationTraining) -> Schedule {
    switch setting.schedule {
    case .fastaiOneCycle: .oneCycle(peak: setting.peak)
    case .pytorchOneCycle: .pytorchOneCycle(peak: setting.peak)
    case .slantedTriangular: .slantedTriangular(peak: setting.peak)
    }
  }

  private static func initializer(_ deviation: Double, _ cutAt: Double?) -> Initializer {
    let deviation = Float(deviation)
    guard let cutAt = cutAt.map(Float.init) else { return .normal(standardDeviation: deviation) }
    return .truncatedNormal(standardDeviation: deviation, in: -cutAt...cutAt)
  }

  private static func range(_ ends: [Double]?) -> ClosedRange<Float>? {
    ends.map { Float($0[0])...Float($0[1]) }
  }
}
