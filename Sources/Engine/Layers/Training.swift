import CKernels

/// Runs `body` in training mode: dropout drops, batch normalisation takes the statistics of the
/// batch. Outside, layers work as they do in use.
///
/// ```swift
/// let loss = withTraining(using: &random) { gradients { loss(model(inputs), targets) } }
/// ```
///
/// The mode belongs to the thread and ends with `body`; a ``Trainer`` sets it for each of its
/// steps. It is not the same as recording gradients, which is also of use in a model that
/// does not train. (PyTorch keeps the mode in each module, by `train()` and `eval()`: a call
/// that is easy to forget.)
///
/// - Parameter random: where the layers' random numbers come from. It gives one number for the
///   whole of `body`, however many the layers need, so a step's randomness depends on the
///   generator alone and not on the layers' past: training that goes on from a checkpoint
///   drops the same elements.
public func withTraining<Result>(
  using random: inout RandomGenerator, _ body: () throws -> Result
) rethrows -> Result {
  let training = Training(random: RandomGenerator(seed: random.next()))
  return try Training.replace(with: training, body)
}

/// Runs `body` outside of training mode, for a look at a model in the midst of a step.
public func withoutTraining<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Training.replace(with: nil, body)
}

/// The training mode of the current thread.
public final class Training {
  private let random: RandomGenerator
  private var drawn = 0

  fileprivate init(random: RandomGenerator) { self.random = random }

  /// Whether layers are to train: the code is run by ``withTraining(using:_:)``.
  public static var isActive: Bool { current != nil }

  /// The mode, for a layer that behaves otherwise in training; nil outside of it.
  public static var current: Training? {
    lectern_training().map { Unmanaged<Training>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A generator of its own for each layer that asks, in the order in which they do.
  public func nextGenerator() -> RandomGenerator {
    defer { drawn += 1 }
    return random.split(drawn)
  }

  fileprivate static func replace<Result>(
    with training: Training?, _ body: () throws -> Result
  ) rethrows -> Result {
    // The object lives until the mode has ended.
    try withExtendedLifetime(training) {
      let before = lectern_set_training(training.map { Unmanaged.passUnretained($0).toOpaque() })
      defer { _ = lectern_set_training(before) }
      return try body()
    }
  }
}
