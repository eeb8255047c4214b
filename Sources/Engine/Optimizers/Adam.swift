/// Adam; weight decay, if any, is added to the gradient (L2).
///
/// The update of ``AdamW`` without its first line, with g = gradient + weightDecay · parameter.
/// The decay is then divided by √v like any gradient, so parameters with large gradients hardly
/// decay, which is why AdamW exists. (D. P. Kingma and J. Ba, *Adam: a method for stochastic
/// optimization*, 2015, arXiv:1412.6980, algorithm 1.) The defaults are the paper's and
/// PyTorch's: beta2 0.999 and epsilon 1e-8. fastai's `Adam` is our ``AdamW``, unless told not to
/// decouple the decay.
public struct Adam: UpdateRule {
  public var learningRate: Double { didSet { check() } }
  /// Decay of the mean of the gradients, 0 to below 1; what a ``Schedule`` calls momentum.
  public var beta1: Double { didSet { check() } }
  /// Decay of the mean of their squares, 0 to below 1.
  public var beta2: Double { didSet { check() } }
  /// Keeps the denominator from zero, and is above it.
  public var epsilon: Double { didSet { check() } }
  /// Added to the gradient, times the parameter.
  public var weightDecay: Double { didSet { check() } }

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    check()
  }

  private func check() {
    Hyperparameters.requireRate("Adam", "the learning rate", learningRate)
    Hyperparameters.requireShare("Adam", "beta1, the momentum,", beta1)
    Hyperparameters.requireShare("Adam", "beta2", beta2)
    Hyperparameters.requireEpsilon("Adam", epsilon)
    Hyperparameters.requireRate("Adam", "the weight decay", weightDecay)
  }

  public var momentum: Double {
    get { beta1 }
    set { beta1 = newValue }
  }

  public func initialState(for parameter: Tensor) -> AdamMoments {
    AdamMoments(shape: parameter.shape)
  }

  public var largestGradient: Float { largestWithSquare }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout AdamMoments) {
    checkShapes("Adam", parameter, gradient: gradient)
    let decayed = weightDecay == 0 ? gradient : gradient + parameter * Float(weightDecay)
    state.update(&parameter, gradient: decayed, rates)
  }

  public func update(
    _ parameter: inout Tensor, rowGradient: RowGradient, state: inout AdamMoments
  ) {
    if weightDecay > 0 {
      update(&parameter, gradient: rowGradient.dense, state: &state)
    } else {
      state.update(&parameter, rowGradient: rowGradient, rates)
    }
  }

  private var rates: AdamMoments.Rates {
    .init(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, decoupledDecay: 0)
  }
}
