/// Refuses numbers that no training can work with, naming whose they are.
///
/// Also what is too large, or too near to 0, for the single precision in which a step computes.
enum Hyperparameters {
  /// A learning rate, a weight decay, a threshold: a finite number, 0 or more.
  static func requireRate(_ owner: String, _ name: String, _ value: Double) {
    if !(value >= 0 && Float(value).isFinite) {
      Engine.stop(owner, "\(name) must be a finite number, 0 or more; it is \(value)")
    }
  }

  /// A momentum or a smoothing: the share that is kept, from 0 to below 1.
  static func requireShare(_ owner: String, _ name: String, _ value: Double) {
    if !(value >= 0 && value < 1) {
      Engine.stop(owner, "\(name) must be at least 0 and below 1; it is \(value)")
    }
  }

  /// A limit or a factor: a finite number above 0.
  static func requirePositive(_ owner: String, _ name: String, _ value: Double) {
    if !(value > 0 && Float(value).isFinite) {
      Engine.stop(owner, "\(name) must be a finite number above 0; it is \(value)")
    }
  }

  /// What keeps a denominator from zero, and so must not be rounded to zero itself. (PyTorch
  /// takes 0, and a parameter whose gradient is 0 then becomes NaN.)
  static func requireEpsilon(_ owner: String, _ value: Double) {
    if !(value > 0 && Float(value).isFinite && Float(value) >= .leastNormalMagnitude) {
      Engine.stop(
        owner,
        "epsilon must be a finite number above 0, at least \(Float.leastNormalMagnitude); "
          + "it is \(value)")
    }
  }

  /// How many of something, at least 1.
  static func requireCount(_ owner: String, _ name: String, _ value: Int) {
    if value < 1 { Engine.stop(owner, "\(name) must be at least 1; it is \(value)") }
  }
}
