import CKernels

/// Gradient descent in which each parameter's step is divided by the root of the sum of all its
/// squared gradients so far, so that what is rarely used keeps long steps.
///
/// With g = gradient + weightDecay · parameter:
///
///     s         ← s + g²
///     parameter ← parameter − learningRate · g / (√s + epsilon)
///
/// The sum only grows, so the steps shrink for good; ``RMSProp`` forgets old gradients instead.
/// (J. Duchi, E. Hazan and Y. Singer, *Adaptive subgradient methods*, JMLR 12, 2011. PyTorch:
/// `Adagrad`, whose `lr_decay` is a ``Schedule`` here.)
public struct Adagrad: UpdateRule {
  public var learningRate: Double { didSet { check() } }
  /// Keeps the denominator from zero, and is above it.
  public var epsilon: Double { didSet { check() } }
  /// Added to the gradient, times the parameter.
  public var weightDecay: Double { didSet { check() } }

  public init(learningRate: Double = 0.01, epsilon: Double = 1e-10, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    check()
  }

  private func check() {
    Hyperparameters.requireRate("Adagrad", "the learning rate", learningRate)
    Hyperparameters.requireEpsilon("Adagrad", epsilon)
    Hyperparameters.requireRate("Adagrad", "the weight decay", weightDecay)
  }

  /// The rule keeps nothing of earlier steps' directions; a schedule's momentum changes nothing.
  public var momentum: Double {
    get { 0 }
    set {}
  }

  public struct State: Sendable {
    /// The sum of the squared gradients; in the parameter's shape.
    var squares: Tensor
  }

  public func initialState(for parameter: Tensor) -> State {
    State(squares: .zeros(parameter.shape))
  }

  public var largestGradient: Float { largestWithSquare }

  public func update(_ parameter: inout Tensor, gradient: Tensor, state: inout State) {
    checkShapes("Adagrad", parameter, gradient: gradient)
    let rates = rates
    parameter.withUnsafeMutableScalars { parameter in
      state.squares.withUnsafeMutableScalars { squares in
        gradient.withUnsafeScalars { gradient in
          lectern_adagrad_update(
            parameter.baseAddress, gradient.baseAddress, squares.baseAddress, parameter.count,
            rates)
        }
      }
    }
  }

  /// Without decay only the rows that were looked up are read and written.
  public func update(
    _ parameter: inout Tensor, rowGradient: RowGradient, state: inout State
  ) {
    if weightDecay != 0 {
      update(&parameter, gradient: rowGradient.dense, state: &state)
      return
    }
    let (rows, width) = (parameter.shape[0], Tensor.count(of: parameter.shape.dropFirst()))
    parameter.withUnsafeMutableScalars { parameter in
      state.squares.withUnsafeMutableScalars { squares in
        rowGradient.rows.withUnsafeScalars { gradients in
          lectern_adagrad_update_rows(
            parameter.baseAddress, squares.baseAddress, rows, width, rowGradient.indices.values,
            gradients.baseAddress, rowGradient.indices.count, rates)
        }
      }
    }
  }

  private var rates: lectern_adagrad_rates {
    lectern_adagrad_rates(
      learning_rate: Float(learningRate), epsilon: Float(epsilon),
      weight_decay: Float(weightDecay))
  }
}
