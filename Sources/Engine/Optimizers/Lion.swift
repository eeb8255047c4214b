import CKernels

/// Steps of the same size for every parameter, in the direction of a moving mean's sign.
///
/// In each step, with the gradient g:
///
///     direction ← sign(beta1 · m + (1 − beta1) · g)
///     parameter ← parameter − learningRate · (direction + weightDecay · parameter)
///     m         ← beta2 · m + (1 − beta2) · g
///
/// It remembers half as much as ``AdamW``. Since each step has full length, it wants a learning
/// rate 3 to 10 times smaller, and a decay larger by as much. (X. Chen et al., *Symbolic discovery
/// of optimization algorithms*, 2023, arXiv:2302.06675, algorithm 2. PyTorch has no such rule.)
public struct Lion: UpdateRule {
  public var learningRate: Double { didSet { check() } }
  /// How much of the mean counts in the direction, 0 to below 1; what a ``Schedule`` calls
  /// momentum.
  public var beta1: Double { didSet { check() } }
  /// Decay of the mean, 0 to below 1.
  public var beta2: Double { didSet { check() } }
  /// The share of itself, times the learning rate, that a parameter loses in each step.
  public var weightDecay: Double { didSet { check() } }

  public init(
    learningRate: Double = 1e-4, beta1: Double = 0.9, beta2: Double = 0.99,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.weightDecay = weightDecay
    check()
  }

  private func check() {
    Hyperparameters.requireRate("Lion", "the learning rate", learningRate)
    Hyperparameters.requireShare("Lion", "beta1, the momentum,", beta1)
    Hyperparameters.requireShare("Lion", "beta2", beta2)
    Hyperparameters.requireRate("Lion", "the weight decay", weightDecay)
  }

  public var momentum: Double {
    get { beta1 }
    set { beta1 = newValue }
  }

  public struct State: Sendable {
    /// The moving mean of the gradients; in the parameter's shape.
    var moment: Tensor
  }

  public func initialState(for parameter: Tensor) -> State {
    State(moment: .zeros(parameter.shape))
  }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State) {
    checkShapes("Lion", parameter, gradient: gradient)
    let rates = lectern_lion_rates(
      learning_rate: Float(learningRate), first_share: Float(1 - beta1),
      second_share: Float(1 - beta2), decay: Float(learningRate * weightDecay))
    parameter.withUnsafeMutableScalars { parameter in
      state.moment.withUnsafeMutableScalars { moment in
        gradient.withUnsafeScalars { gradient in
          lectern_lion_update(
            parameter.baseAddress, gradient.baseAddress, moment.baseAddress, parameter.count,
            rates)
        }
      }
    }
  }
}
