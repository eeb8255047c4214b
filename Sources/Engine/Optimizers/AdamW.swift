/// Adam with decoupled weight decay: each parameter shrinks by its own share, apart from the
/// gradient's step.
///
/// In step t, with the gradient g:
///
///     parameter ← parameter − learningRate · weightDecay · parameter
///     m ← beta1 · m + (1 − beta1) · g
///     v ← beta2 · v + (1 − beta2) · g²
///     parameter ← parameter − learningRate · (m / (1 − beta1ᵗ)) / (√(v / (1 − beta2ᵗ)) + epsilon)
///
/// (I. Loshchilov and F. Hutter, *Decoupled weight decay regularization*, 2019,
/// arXiv:1711.05101, algorithm 2; the decay is multiplied by the learning rate as in PyTorch
/// and fastai, not only by the schedule.) The defaults are fastai's: PyTorch has beta2 0.999 and
/// epsilon 1e-8. The beta1 of the moment enters the correction when a schedule changes it, in
/// both of them and here.
public struct AdamW: UpdateRule {
  public var learningRate: Double { didSet { check() } }
  /// Decay of the mean of the gradients, 0 to below 1; what a ``Schedule`` calls momentum.
  public var beta1: Double { didSet { check() } }
  /// Decay of the mean of their squares, 0 to below 1.
  public var beta2: Double { didSet { check() } }
  /// Keeps the denominator from zero, and is above it.
  public var epsilon: Double { didSet { check() } }
  /// The share of itself, times the learning rate, that a parameter loses in each step.
  public var weightDecay: Double { didSet { check() } }

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.99,
    epsilon: Double = 1e-5, weightDecay: Double = 0.01
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    check()
  }

  private func check() {
    Hyperparameters.requireRate("AdamW", "the learning rate", learningRate)
    Hyperparameters.requireShare("AdamW", "beta1, the momentum,", beta1)
    Hyperparameters.requireShare("AdamW", "beta2", beta2)
    Hyperparameters.requireEpsilon("AdamW", epsilon)
    Hyperparameters.requireRate("AdamW", "the weight decay", weightDecay)
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
    checkShapes("AdamW", parameter, gradient: gradient)
    state.update(&parameter, gradient: gradient, rates)
  }

  public func update(
    _ parameter: inout Tensor, rowGradient: RowGradient, state: inout AdamMoments
  ) {
    state.update(&parameter, rowGradient: rowGradient, rates)
  }

  private var rates: AdamMoments.Rates {
    .init(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      decoupledDecay: weightDecay)
  }
}
