/// Gradient descent in which each parameter's step is divided by the root of the mean square of
/// its recent gradients, so that steep and flat directions move alike.
///
/// With g = gradient + weightDecay · parameter:
///
///     v         ← smoothing · v + (1 − smoothing) · g²
///     velocity  ← momentum · velocity + g / (√v + epsilon)
///     parameter ← parameter − learningRate · velocity
///
/// (G. Hinton, *Neural networks for machine learning*, lecture 6e, 2012.) As in PyTorch the mean
/// starts at zero and is not corrected for it, so the first steps are long: 1 / √(1 − smoothing)
/// times the learning rate, 10 times with the default. TensorFlow adds epsilon under the root;
/// fastai's decay is decoupled.
public struct RMSProp: UpdateRule {
  public var learningRate: Double
  /// Decay of the mean of the squared gradients, 0 to below 1; PyTorch's `alpha`.
  public var smoothing: Double
  /// Keeps the denominator from zero.
  public var epsilon: Double
  /// How much of the velocity is kept, 0 to below 1.
  public var momentum: Double
  /// Added to the gradient, times the parameter.
  public var weightDecay: Double

  public init(
    learningRate: Double = 0.01, smoothing: Double = 0.99, epsilon: Double = 1e-8,
    momentum: Double = 0, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.smoothing = smoothing
    self.epsilon = epsilon
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  public struct State: Sendable {
    /// Of the squared gradients; in the parameter's shape.
    var mean: Tensor
    /// In the parameter's shape; nil as long as there was no momentum.
    var velocity: Tensor?
  }

  public func initialState(for parameter: Tensor) -> State {
    State(mean: .zeros(parameter.shape))
  }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State) {
    checkShapes("RMSProp", parameter, gradient: gradient)
    let g = weightDecay == 0 ? gradient : gradient + parameter * Float(weightDecay)
    state.mean = state.mean * Float(smoothing) + g * g * Float(1 - smoothing)
    var step = g / (state.mean.sqrt() + Float(epsilon))
    if momentum > 0 {
      if let velocity = state.velocity { step += velocity * Float(momentum) }
      state.velocity = step
    }
    parameter -= step * Float(learningRate)
  }
}
