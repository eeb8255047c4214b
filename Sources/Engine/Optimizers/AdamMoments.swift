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
    step += 1
    let firstCorrection = 1 - lectern_pow_f64(betas.first, Double(step))
    let secondCorrection = 1 - lectern_pow_f64(betas.second, Double(step))
    parameter.withUnsafeMutableScalars { parameter in
      first.withUnsafeMutableScalars { first in
        second.withUnsafeMutableScalars { second in
          gradient.withUnsafeScalars { gradient in
            lectern_adamw_update(
              parameter.baseAddress, gradient.baseAddress, first.baseAddress, second.baseAddress,
              parameter.count, Float(learningRate), Float(betas.first), Float(betas.second),
              Float(epsilon), Float(decoupledDecay), Float(firstCorrection),
              Float(secondCorrection))
          }
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
