/// How a model is built, trained and judged in a replication: plain values, which Lectern and the
/// script with PyTorch both read.
public struct ReplicationSettings: Codable, Equatable, Sendable {
  /// Which ratings are held out.
  public enum Split: String, Codable, Sendable {
    /// A fifth of all ratings at random; `HeldOutFifth` has the rule.
    case randomFifth
    /// Each user's last rating, of equal times the one that comes later in the file.
    case lastOfEachUser
  }

  public var split: Split
  public var model: ReplicationModel
  /// Nil for a model that is computed and not trained.
  public var training: ReplicationTraining?

  public init(split: Split, model: ReplicationModel, training: ReplicationTraining? = nil) {
    self.split = split
    self.model = model
    self.training = training
  }
}

/// The parts of a model. Ranges are the ends of what predictions are squeezed into by a sigmoid;
/// `deviation` is that of the normal distribution from which embeddings start, and `cutAt` the
/// magnitude at which that is cut off.
public enum ReplicationModel: Codable, Equatable, Sendable {
  /// The median of the training ratings for every pair.
  case median
  case dotProduct(
    factors: Int, hasBiases: Bool, range: [Double]?, deviation: Double, cutAt: Double?)
  /// `embeddingWidth` nil: by fastai's rule.
  case neural(
    embeddingWidth: Int?, layers: [Int], hasBatchNorm: Bool, dropout: Double, range: [Double]?,
    deviation: Double, cutAt: Double?)
  /// `reads`: what it reads besides the user and the items, `ratings` and `userFeatures`.
  case transformer(
    length: Int, width: Int, heads: Int, feedForward: Int, hidden: [Int], dropout: Double,
    headDropout: Double, range: [Double]?, reads: [String])
}

/// How a model is trained: AdamW on the mean squared error.
public struct ReplicationTraining: Codable, Equatable, Sendable {
  public enum Schedule: String, Codable, Sendable {
    case fastaiOneCycle, pytorchOneCycle, slantedTriangular
  }

  /// Ends the training when the mean absolute error has not fallen by the threshold for so many
  /// epochs; the best epoch's parameters are kept.
  public struct EarlyStopping: Codable, Equatable, Sendable {
    public var patience: Int
    public var threshold: Double

    public init(patience: Int, threshold: Double) {
      self.patience = patience
      self.threshold = threshold
    }
  }

  public var epochs: Int
  public var batchSize: Int
  public var schedule: Schedule
  /// The schedule's largest learning rate.
  public var peak: Double
  public var weightDecay: Double
  /// Whether biases and normalisations lose a share of themselves, too; fastai exempts them.
  public var decaysVectors: Bool
  public var beta2: Double
  public var epsilon: Double
  /// Nil: all epochs are trained, and the last one's figures count.
  public var earlyStopping: EarlyStopping?

  public init(
    epochs: Int, batchSize: Int, schedule: Schedule, peak: Double, weightDecay: Double,
    decaysVectors: Bool, beta2: Double, epsilon: Double, earlyStopping: EarlyStopping? = nil
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.schedule = schedule
    self.peak = peak
    self.weightDecay = weightDecay
    self.decaysVectors = decaysVectors
    self.beta2 = beta2
    self.epsilon = epsilon
    self.earlyStopping = earlyStopping
  }
}
