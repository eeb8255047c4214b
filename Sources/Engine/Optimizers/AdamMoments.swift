import CKernels

/// What Adam and AdamW remember of a parameter: moving means of its gradients.
public struct AdamMoments: Sendable {
  /// Of the gradients; in the parameter's shape.
  var first: Tensor
  /// Of their squares; in the parameter's shape.
  var second: Tensor
  /// How many steps were made.
  var step = 0

  init(shape: [Int]) {
    first = .zeros(shape)
    second = .zeros(shape)
  }

  /// The numbers of a step of ``AdamW`` as a rule has them.
  struct Rates {
    var learningRate, beta1, beta2, epsilon, decoupledDecay: Double

    /// What step number `step` makes of them: computed in double precision, rounded once.
    func combined(step: Int) -> lectern_adamw_rates {
      let corrections = (
        complementOfPower(beta1, step), complementOfPower(beta2, step).squareRoot()
      )
      return lectern_adamw_rates(
        first_share: Float(1 - beta1), second_share: Float(1 - beta2), epsilon: Float(epsilon),
        decay: Float(learningRate * decoupledDecay),
        step_size: Float(learningRate / corrections.0), root_scale: Float(1 / corrections.1))
    }
  }

  /// One step of ``AdamW``, as it is written there.
  mutating func update(_ parameter: inout Tensor, gradient: Tensor, _ rates: Rates) {
    step += 1
    let rates = rates.combined(step: step)
    withMemory(&parameter) { parameter, first, second, count in
      gradient.withUnsafeScalars { gradient in
        lectern_adamw_update(parameter, gradient.baseAddress, first, second, count, rates)
      }
    }
  }

  /// The same step for a table of which some rows were looked up.
  mutating func update(_ parameter: inout Tensor, rowGradient: RowGradient, _ rates: Rates) {
    step += 1
    let rates = rates.combined(step: step)
    let (rows, width) = (parameter.shape[0], Tensor.count(of: parameter.shape.dropFirst()))
    withMemory(&parameter) { parameter, first, second, _ in
      rowGradient.rows.withUnsafeScalars { gradients in
        lectern_adamw_update_rows(
          parameter, first, second, rows, width, rowGradient.indices.values,
          gradients.baseAddress, rowGradient.indices.count, rates)
      }
    }
  }

  private mutating func withMemory(
    _ parameter: inout Tensor,
    _ body: (
      _ parameter: UnsafeMutablePointer<Float>?, _ first: UnsafeMutablePointer<Float>?,
      _ second: UnsafeMutablePointer<Float>?, _ count: Int
    ) -> Void
  ) {
    parameter.withUnsafeMutableScalars { parameter in
      first.withUnsafeMutableScalars { first in
        second.withUnsafeMutableScalars { second in
          body(parameter.baseAddress, first.baseAddress, second.baseAddress, parameter.count)
        }
      }
    }
  }
}

/// 1 − baseⁿ for a base from 0 to 1, exact also where the power is nearly 1.
///
/// By repeated squaring of what is missing from 1: with a = 1 − x and b = 1 − y, 1 − x y is
/// a + b (1 − a), which never subtracts two numbers that are nearly the same.
func complementOfPower(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (0.0, 1 - base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result += square * (1 - result) }
    square += square * (1 - square)
    rest >>= 1
  }
  return result
}

/// Stops the program unless a parameter and its gradient have the same shape.
func checkShapes(_ rule: String, _ parameter: Tensor, gradient: Tensor) {
  if parameter.shape != gradient.shape {
    stop(
      rule, "a parameter of shape \(parameter.shape) has a gradient of shape \(gradient.shape)")
  }
}
