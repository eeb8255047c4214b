import CKernels

/// Stochastic gradient descent, optionally with momentum and L2 decay.
///
/// With d = gradient + weightDecay · parameter:
///
///     velocity  ← momentum · velocity + d
///     parameter ← parameter − learningRate · velocity
///
/// Nesterov's form steps by d + momentum · velocity. As in PyTorch the learning rate is outside
/// the velocity, so changing it acts at once; Sutskever et al. (*On the importance of
/// initialization and momentum*, 2013) have it inside. fastai's `SGD` is the same update, its
/// decay decoupled unless asked otherwise, which for a constant learning rate without momentum
/// is the same.
public struct SGD: UpdateRule {
  public var learningRate: Double { didSet { check() } }
  /// How much of the velocity is kept, 0 to below 1.
  public var momentum: Double { didSet { check() } }
  /// Added to the gradient, times the parameter: the derivative of weightDecay / 2 · Σ p².
  public var weightDecay: Double { didSet { check() } }
  /// Whether the gradient counts as if taken ahead, where the velocity leads.
  public var isNesterov: Bool

  public init(
    learningRate: Double = 0.01, momentum: Double = 0, weightDecay: Double = 0,
    isNesterov: Bool = false
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.isNesterov = isNesterov
    check()
    checkNesterov()
  }

  private func check() {
    Hyperparameters.requireRate("SGD", "the learning rate", learningRate)
    Hyperparameters.requireShare("SGD", "the momentum", momentum)
    Hyperparameters.requireRate("SGD", "the weight decay", weightDecay)
  }

  /// At the step, since the two may be set one after the other.
  private func checkNesterov() {
    if isNesterov && momentum == 0 { stop("SGD", "Nesterov's form needs a momentum above 0") }
  }

  public struct State: Sendable {
    /// In the parameter's shape; nil as long as there was no momentum.
    var velocity: Tensor?
  }

  public func initialState(for parameter: Tensor) -> State { State() }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State) {
    checkShapes("SGD", parameter, gradient: gradient)
    checkNesterov()
    if momentum == 0 {
      update(&parameter, gradient, velocity: nil)
      return
    }
    var velocity = state.velocity.take() ?? .zeros(parameter.shape)
    velocity.withUnsafeMutableScalars { update(&parameter, gradient, velocity: $0.baseAddress) }
    state.velocity = velocity
  }

  /// Without momentum and decay only the rows that were looked up are read and written.
  public func update(
    _ parameter: inout Tensor, rowGradient: RowGradient, state: inout State
  ) {
    if momentum != 0 || weightDecay != 0 {
      update(&parameter, gradient: rowGradient.dense, state: &state)
      return
    }
    checkNesterov()
    let (rows, width) = (parameter.shape[0], Tensor.count(of: parameter.shape.dropFirst()))
    parameter.withUnsafeMutableScalars { parameter in
      rowGradient.rows.withUnsafeScalars { gradients in
        lectern_sgd_update_rows(
          parameter.baseAddress, rows, width, rowGradient.indices.values, gradients.baseAddress,
          rowGradient.indices.count, Float(learningRate))
      }
    }
  }

  private func update(
    _ parameter: inout Tensor, _ gradient: Tensor, velocity: UnsafeMutablePointer<Float>?
  ) {
    let rates = lectern_sgd_rates(
      learning_rate: Float(learningRate), momentum: Float(momentum),
      friction: Float(1 - momentum), weight_decay: Float(weightDecay),
      nesterov: isNesterov ? 1 : 0)
    parameter.withUnsafeMutableScalars { parameter in
      gradient.withUnsafeScalars { gradient in
        lectern_sgd_update(
          parameter.baseAddress, gradient.baseAddress, velocity, parameter.count, rates)
      }
    }
  }
}
