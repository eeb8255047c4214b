/// How the learning rate, and with it the momentum, changes while a model trains.
///
/// A schedule is a value: it maps a step of the whole run to a setting, so it can be printed,
/// plotted or tested without training anything.
///
///     let schedule = Schedule.oneCycle(peak: 5e-3)
///     schedule.setting(atStep: 0, of: 1000).learningRate  // 2e-4
public struct Schedule: Sendable {
  /// What the schedule demands of the optimizer for one step.
  public struct Setting: Sendable, Equatable {
    /// The learning rate.
    public var learningRate: Double
    /// The momentum (SGD) or beta1 (Adam, AdamW); nil leaves the optimizer its own.
    public var momentum: Double?

    public init(learningRate: Double, momentum: Double? = nil) {
      self.learningRate = learningRate
      self.momentum = momentum
    }
  }

  private let setting: @Sendable (_ step: Int, _ total: Int) -> Setting

  /// A schedule of one's own.
  ///
  /// - Parameter setting: gives the setting for a step, counted from 0, of `total` steps.
  public init(_ setting: @escaping @Sendable (_ step: Int, _ total: Int) -> Setting) {
    self.setting = setting
  }

  /// The setting for one optimizer step.
  ///
  /// - Parameters:
  ///   - step: counted from 0.
  ///   - total: the steps of the whole run, over all its epochs.
  ///
  /// Stops the program for a learning rate that is negative or not finite, and for a momentum out of
  /// 0..<1.
  public func setting(atStep step: Int, of total: Int) -> Setting {
    guard total > 0, (0..<total).contains(step) else {
      stop("Schedule", "step \(step) is not one of the \(total) steps of the run")
    }
    let setting = setting(step, total)
    Hyperparameters.requireRate(
      "Schedule", "the learning rate of step \(step)", setting.learningRate)
    if let momentum = setting.momentum {
      Hyperparameters.requireShare("Schedule", "the momentum of step \(step)", momentum)
    }
    return setting
  }

  /// The same learning rate at every step.
  public static func constant(_ learningRate: Double, momentum: Double? = nil) -> Schedule {
    Hyperparameters.requireRate("constant", "the learning rate", learningRate)
    if let momentum { Hyperparameters.requireShare("constant", "the momentum", momentum) }
    return Schedule { _, _ in Setting(learningRate: learningRate, momentum: momentum) }
  }
}
