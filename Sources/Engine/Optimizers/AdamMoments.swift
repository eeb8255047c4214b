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

  /// One step of ``AdamW``, as it stands there.
  mutating func update(
    _ parameter: inout Tensor, gradient: Tensor, learningRate: Double,
    betas: (first: Double, second: Double), epsilon: Double, decoupledDecay: Double
  ) {
    let corrections = nextCorrections(betas)
    withMemory(&parameter) { parameter, first, second, count in
      gradient.withUnsafeScalars { gradient in
        lectern_adamw_update(
          parameter, gradient.baseAddress, first, second, count, Float(learningRate),
          Float(betas.first), Float(betas.second), Float(epsilon), Float(decoupledDecay),
          corrections.first, corrections.second)
      }
    }
  }

  /// The same step for a table of which some rows were looked up.
  mutating func update(
    _ parameter: inout Tensor, rowGradient: RowGradient, learningRate: Double,
    betas: (first: Double, second: Double), epsilon: Double, decoupledDecay: Double
  ) {
    let corrections = nextCorrections(betas)
    let (rows, width) = (parameter.shape[0], Tensor.count(of: parameter.shape.dropFirst()))
    withMemory(&parameter) { parameter, first, second, _ in
      rowGradient.rows.withUnsafeScalars { gradients in
        lectern_adamw_update_rows(
          parameter, first, second, rows, width, rowGradient.indices.values,
          gradients.baseAddress, rowGradient.indices.count, Float(learningRate),
          Float(betas.first), Float(betas.second), Float(epsilon), Float(decoupledDecay),
          corrections.first, corrections.second)
      }
    }
  }

  /// Counts a step; what makes up for the moments' start at zero.
  private mutating func nextCorrections(
    _ betas: (first: Double, second: Double)
  ) -> (first: Float, second: Float) {
    step += 1
    return (
      Float(1 - lectern_pow_f64(betas.first, Double(step))),
      Float(1 - lectern_pow_f64(betas.second, Double(step)))
    )
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

/// Stops the program unless a parameter and its gradient have the same shape.
func checkShapes(_ rule: String, _ parameter: Tensor, gradient: Tensor) {
  if parameter.shape != gradient.shape {
    fatalError(
      "\(rule): a parameter of shape \(parameter.shape) has a gradient of shape \(gradient.shape)")
  }
}
