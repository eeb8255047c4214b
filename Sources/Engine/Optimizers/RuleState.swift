/// What an update rule remembers of one parameter from step to step, in a form that a checkpoint
/// can keep.
///
/// For a rule of one's own, `Tensor` and `NoState` will often do.
public protocol RuleState: Sendable {
  /// All there is to remember. A count is a tensor of one element, exact up to 2²⁴.
  var tensors: [(name: String, value: Tensor)] { get }

  /// The state that the tensors were taken from; nil if they are not such as a parameter of
  /// `shape` has.
  init?(_ tensors: [String: Tensor], shape: [Int])
}

/// Of rules that remember nothing.
public struct NoState: RuleState {
  public init() {}
  public var tensors: [(name: String, value: Tensor)] { [] }
  public init?(_ tensors: [String: Tensor], shape: [Int]) {}
}

extension Tensor: RuleState {
  public var tensors: [(name: String, value: Tensor)] { [("value", self)] }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    guard let value = tensors["value"] else { return nil }
    self = value
  }
}

extension SGD.State: RuleState {
  public var tensors: [(name: String, value: Tensor)] {
    velocity.map { [("velocity", $0)] } ?? []
  }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    velocity = tensors["velocity"]
    if let velocity, velocity.shape != shape { return nil }
  }
}

extension RMSProp.State: RuleState {
  public var tensors: [(name: String, value: Tensor)] {
    [("mean", mean)] + (velocity.map { [("velocity", $0)] } ?? [])
  }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    guard let mean = tensors["mean"], mean.shape == shape else { return nil }
    self.mean = mean
    velocity = tensors["velocity"]
    if let velocity, velocity.shape != shape { return nil }
  }
}

extension Adagrad.State: RuleState {
  public var tensors: [(name: String, value: Tensor)] { [("squares", squares)] }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    guard let squares = tensors["squares"], squares.shape == shape else { return nil }
    self.squares = squares
  }
}

extension Lion.State: RuleState {
  public var tensors: [(name: String, value: Tensor)] { [("moment", moment)] }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    guard let moment = tensors["moment"], moment.shape == shape else { return nil }
    self.moment = moment
  }
}

extension AdamMoments: RuleState {
  public var tensors: [(name: String, value: Tensor)] {
    [("first", first), ("second", second), ("step", Tensor(Float(step)))]
  }

  public init?(_ tensors: [String: Tensor], shape: [Int]) {
    guard let first = tensors["first"], let second = tensors["second"], let step = tensors["step"],
      first.shape == shape, second.shape == shape, step.count == 1,
      let count = Int(exactly: step.item), count >= 0
    else { return nil }
    self.init(shape: shape)
    (self.first, self.second, self.step) = (first, second, count)
  }
}
