/// How a parameter is changed, given its gradient: hyperparameters only.
///
/// What a rule remembers of a parameter, such as its velocity, is the ``State``, which the
/// ``Optimizer`` keeps. So rules can be compared, copied and changed in the middle of a training.
public protocol UpdateRule: Sendable, Equatable {
  /// What is remembered of one parameter from step to step.
  associatedtype State: RuleState

  /// The size of a step. A ``Schedule`` sets it for each.
  var learningRate: Double { get set }

  /// How much of the earlier gradients a step keeps: SGD's momentum, Adam's beta1. A
  /// ``Schedule`` may set it for each step.
  var momentum: Double { get set }

  /// The largest magnitude of a gradient that the rule can work with; the largest finite number
  /// unless a rule says otherwise. A ``Trainer`` stops before a step with a larger one.
  var largestGradient: Float { get }

  /// The state before the first step of a parameter.
  func initialState(for parameter: Tensor) -> State

  /// Changes the parameter in place.
  ///
  /// - Parameter gradient: of the loss, in the parameter's shape.
  func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State)

  /// Changes a table of which some rows were looked up; the same to the last bit as with the
  /// whole table's gradient, which it need not make.
  func update(_ parameter: inout Tensor, rowGradient: RowGradient, state: inout State)
}

extension UpdateRule {
  public var largestGradient: Float { .greatestFiniteMagnitude }

  /// For rules that divide by the root of squares: beyond it the square is infinite, and the
  /// parameter would never move again.
  var largestWithSquare: Float { 0x1p63 }

  public func update(_ parameter: inout Tensor, rowGradient: RowGradient, state: inout State) {
    update(&parameter, gradient: rowGradient.dense, state: &state)
  }

  /// The same rule with the learning rate, and the momentum if there is one, of a schedule.
  func with(_ setting: Schedule.Setting) -> Self {
    var rule = self
    rule.learningRate = setting.learningRate
    if let momentum = setting.momentum { rule.momentum = momentum }
    return rule
  }
}
