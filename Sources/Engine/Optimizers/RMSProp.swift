import CKernels

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
  public var learningRate: Double { didSet { check() } }
  /// Decay of the mean of the squared gradients, 0 to below 1; PyTorch's `alpha`.
  public var smoothing: Double { didSet { check() } }
  /// Keeps the denominator from zero, and is above it.
  public var epsilon: Double { didSet { check() } }
  /// How much of the velocity is kept, 0 to below 1.
  public var momentum: Double { didSet { check() } }
  /// Added to the gradient, times the parameter.
  public var weightDecay: Double { didSet { check() } }

  public init(
    learningRate: Double = 0.01, smoothing: Double = 0.99, epsilon: Double = 1e-8,
    momentum: Double = 0, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.smoothing = smoothing
    self.epsilon = epsilon
    self.momentum = momentum
    self.weightDecay = weightDecay
    check()
  }

  private func check() {
    Hyperparameters.requireRate("RMSProp", "the learning rate", learningRate)
    Hyperparameters.requireShare("RMSProp", "the smoothing", smoothing)
    Hyperparameters.requireEpsilon("RMSProp", epsilon)
    Hyperparameters.requireShare("RMSProp", "the momentum", momentum)
    Hyperparameters.requireRate("RMSProp", "the weight decay", weightDecay)
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

  public var largestGradient: Float { largestWithSquare }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State) {
    checkShapes("RMSProp", parameter, gradient: gradient)
    if momentum == 0 {
      update(&parameter, gradient, &state.mean, velocity: nil)
      return
    }
    var velocity = state.velocity.take() ?? .zeros(parameter.shape)
    velocity.withUnsafeMutableScalars {
      update(&parameter, gradient, &state.mean, velocity: $0.baseAddress)
    }
    state.velocity = velocity
  }

  private func update(
    _ parameter: inout Tensor, _ gradient: Tensor, _ mean: inout Tensor,
    velocity: UnsafeMutablePointer<Float>?
  ) {
    let rates = lectern_rmsprop_rates(
      learning_rate: Float(learningRate), share: Float(1 - smoothing),
      friction: Float(1 - momentum), epsilon: Float(epsilon), weight_decay: Float(weightDecay))
    parameter.withUnsafeMutableScalars { parameter in
      mean.withUnsafeMutableScalars { mean in
        gradient.withUnsafeScalars { gradient in
          lectern_rmsprop_update(
            parameter.baseAddress, gradient.baseAddress, mean.baseAddress, velocity,
            parameter.count, rates)
        }
      }
    }
  }
}
