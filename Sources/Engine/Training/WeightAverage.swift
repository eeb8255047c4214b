import CKernels

/// The mean of a model's parameters over the steps of its training, which often does better on
/// unseen items than the parameters of the last step, with their noise.
///
///     let average = WeightAverage(of: model, .exponential(decay: 0.999))
///     let trainer = Trainer(…, callbacks: [.average(average)])
///     try trainer.fit(epochs: 5)
///     average.withAverages { trainer.evaluate(on: validation) }
///     average.apply()
///
/// While the model trains it keeps its own parameters. Figures that no gradient changes, such as
/// the running ones of ``BatchNorm1d``, are taken over from the model and not averaged; they belong
/// to the training's own parameters, so after ``apply()`` let a model with such a layer see some
/// batches inside ``withTraining(using:_:)``. (PyTorch: `swa_utils.AveragedModel` and `update_bn`.)
public final class WeightAverage {
  public enum Kind: Sendable, Equatable {
    /// average ← decay · average + (1 − decay) · parameters, begun with the first parameters. As a
    /// ``Callback`` it looks at every step.
    case exponential(decay: Double)
    /// The mean of all parameters that were looked at, each counting alike: stochastic weight
    /// averaging (P. Izmailov et al., *Averaging weights leads to wider optima and better
    /// generalization*, 2018, arXiv:1803.05407). As a ``Callback`` it looks at the end of each epoch.
    case equal
  }

  public let kind: Kind
  /// How many times the parameters were looked at.
  public private(set) var count = 0
  private let variables: [Variable]
  private var averages: [Tensor] = []
  /// The training's own parameters, while the model has the averages.
  private var own: [Tensor]?

  /// - Parameters:
  ///   - layer: whose parameters to average.
  ///   - kind: how.
  public init(of layer: some Layer, _ kind: Kind) {
    if case .exponential(let decay) = kind {
      Hyperparameters.requireShare("WeightAverage", "the decay", decay)
    }
    self.kind = kind
    variables = layer.parameters.map(\.variable)
  }

  /// Takes the parameters of the moment into the average.
  public func update() {
    if own != nil {
      stop("WeightAverage", "the model has the averages; call restore() before it trains on")
    }
    count += 1
    if count == 1 {
      averages = variables.map(\.value)
      return
    }
    let share =
      switch kind {
      case .exponential(let decay): Float(1 - decay)
      case .equal: Float(1 / Double(count))
      }
    for (index, variable) in variables.enumerated() {
      if variable.requiresGradient {
        follow(variable.value, index: index, share: share)
      } else {
        averages[index] = variable.value
      }
    }
  }

  /// Gives the model the averages, until ``restore()``.
  public func apply() {
    if averages.isEmpty {
      stop("WeightAverage", "nothing was averaged yet; call update(), or train with .average(…)")
    }
    if own != nil { return }
    own = variables.map(\.value)
    for (variable, average) in zip(variables, averages) { variable.value = average }
  }

  /// Gives the model the training's own parameters again.
  public func restore() {
    guard let values = own else { return }
    for (variable, value) in zip(variables, values) { variable.value = value }
    own = nil
  }

  /// Runs `body` with the averages in the model.
  public func withAverages<Result>(_ body: () throws -> Result) rethrows -> Result {
    let wereApplied = own != nil
    apply()
    defer { if !wereApplied { restore() } }
    return try body()
  }

  private func follow(_ value: Tensor, index: Int, share: Float) {
    averages[index].withUnsafeMutableScalars { average in
      value.withUnsafeScalars { value in
        lectern_follow(average.baseAddress, value.baseAddress, value.count, share)
      }
    }
  }

  /// What a checkpoint must keep.
  var memory: [Tensor] {
    get { averages.isEmpty ? [] : [Tensor(Float(count))] + averages }
    set {
      count = newValue.first.flatMap { Int(exactly: $0.item) } ?? 0
      averages = Array(newValue.dropFirst())
    }
  }

  func accepts(_ memory: [Tensor]) -> Bool {
    memory.isEmpty
      || memory[0].count == 1 && memory.dropFirst().map(\.shape) == variables.map(\.value.shape)
  }
}

extension Callback {
  /// Averages the model's parameters while it trains; see ``WeightAverage``.
  ///
  /// - Parameters:
  ///   - average: an exponential one is updated after each step, an equal one after each epoch.
  ///   - firstEpoch: the first that counts, by its number in the ``History``.
  public static func average(_ average: WeightAverage, from firstEpoch: Int = 1) -> Callback {
    Hyperparameters.requireCount("Callback.average", "the first epoch", firstEpoch)
    var callback = Callback(
      afterBatch: { moment in
        if average.kind != .equal && moment.epoch >= firstEpoch { average.update() }
        return .proceed
      },
      afterEpoch: { epoch in
        if average.kind == .equal && epoch.epoch >= firstEpoch { average.update() }
        return .proceed
      })
    callback.memory = Memory(
      read: { average.memory }, accepts: { average.accepts($0) }, write: { average.memory = $0 })
    return callback
  }
}
