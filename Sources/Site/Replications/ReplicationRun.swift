/// One model, trained once: a line of the file of results.
public struct ReplicationRun: Codable, Equatable, Sendable {
  /// What makes a run worth doing only once.
  public struct Key: Equatable, Sendable {
    /// Of ``Replication``.
    public var model: String
    public var settings: ReplicationSettings
    /// The data set's name.
    public var set: String
    /// Of the file with the ratings, 64 hexadecimal digits.
    public var dataSHA256: String
    public var seed: Int
    /// Program and version: `Lectern 0.1.0`, `PyTorch 2.13.0`.
    public var who: String

    public init(
      model: String, settings: ReplicationSettings, set: String, dataSHA256: String, seed: Int,
      who: String
    ) {
      self.model = model
      self.settings = settings
      self.set = set
      self.dataSHA256 = dataSHA256
      self.seed = seed
      self.who = who
    }
  }

  public var model: String
  public var settings: ReplicationSettings
  public var set: String
  public var dataSHA256: String
  public var seed: Int
  public var who: String
  /// Of the held-out ratings, as the other errors.
  public var meanSquaredError: Double
  public var meanAbsoluteError: Double
  public var rootMeanSquaredError: Double
  /// How many were trained.
  public var epochs: Int
  /// To train and to validate.
  public var seconds: Double

  public init(
    _ key: Key, meanSquaredError: Double, meanAbsoluteError: Double, epochs: Int, seconds: Double
  ) {
    (model, settings, set) = (key.model, key.settings, key.set)
    (dataSHA256, seed, who) = (key.dataSHA256, key.seed, key.who)
    self.meanSquaredError = meanSquaredError
    self.meanAbsoluteError = meanAbsoluteError
    rootMeanSquaredError = meanSquaredError.squareRoot()
    self.epochs = epochs
    self.seconds = seconds
  }

  public var key: Key {
    Key(
      model: model, settings: settings, set: set, dataSHA256: dataSHA256, seed: seed, who: who)
  }

  func value(_ metric: ReplicationMetric) -> Double {
    switch metric {
    case .meanSquaredError: meanSquaredError
    case .meanAbsoluteError: meanAbsoluteError
    case .rootMeanSquaredError: rootMeanSquaredError
    }
  }

  /// What cannot be true of any run; nil when nothing is wrong.
  var fault: String? {
    let errors = [meanSquaredError, meanAbsoluteError, rootMeanSquaredError]
    if model.isEmpty || set.isEmpty || who.isEmpty { return "a name is empty" }
    if !errors.allSatisfy({ $0 >= 0 && $0.isFinite }) || !(seconds >= 0) {
      return "errors and seconds must be 0 or more"
    }
    if abs(rootMeanSquaredError * rootMeanSquaredError - meanSquaredError) > 1e-6 {
      return "rootMeanSquaredError is not the root of meanSquaredError"
    }
    let isHash = dataSHA256.count == 64 && dataSHA256.allSatisfy { "0123456789abcdef".contains($0) }
    return isHash ? nil : "dataSHA256 is not 64 hexadecimal digits"
  }
}

/// The figures by which models are compared; smaller is better.
public enum ReplicationMetric: String, Sendable {
  case meanSquaredError = "mean squared error"
  case meanAbsoluteError = "mean absolute error"
  case rootMeanSquaredError = "root mean squared error"
}
