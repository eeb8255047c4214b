import CKernels

/// A gradient with which no step should be made.
public struct GradientFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The parameter's name, as ``Layer/parameters`` gives it.
  public let parameter: String
  /// The magnitude of the gradient's largest element: infinite, NaN, or too large for the rule.
  public let magnitude: Double

  public static func == (left: GradientFault, right: GradientFault) -> Bool {
    left.parameter == right.parameter
      && (left.magnitude == right.magnitude || left.magnitude.isNaN && right.magnitude.isNaN)
  }

  public var description: String {
    let gradient = "the gradient of \(parameter)"
    if magnitude.isNaN { return "\(gradient) is not a number" }
    if magnitude.isInfinite { return "\(gradient) is infinite" }
    return "\(gradient) reaches \(magnitude), and its square is beyond single precision"
  }
}

extension Optimizer {
  /// Throws a ``GradientFault`` for the first parameter whose gradient is infinite, not a number,
  /// or too large for the rule.
  ///
  /// A ``Trainer`` asks before each step. ``step()`` itself does not, so that a training by hand
  /// may run away, as in PyTorch.
  public func checkGradients() throws(GradientFault) {
    if let fault = gradientFault { throw fault }
  }

  var gradientFault: GradientFault? {
    for (index, parameter) in parameters.enumerated() {
      guard let magnitude = parameter.accumulated?.largestMagnitude else { continue }
      // False for NaN, too.
      if !(magnitude <= rule.largestGradient) {
        return GradientFault(parameter: names[index], magnitude: Double(magnitude))
      }
    }
    return nil
  }
}

extension Contribution {
  /// Of the largest element; NaN if one is.
  var largestMagnitude: Float {
    switch self {
    case .dense(let tensor): tensor.largestMagnitude
    case .rows(let gradient): gradient.rows.largestMagnitude
    }
  }
}

extension Tensor {
  /// The magnitude of the largest element; NaN if one is, 0 without elements.
  var largestMagnitude: Float {
    withUnsafeScalars { Float(bitPattern: lectern_largest_magnitude($0.baseAddress, $0.count)) }
  }

  /// The sum of all squares, which in double precision neither overflows nor vanishes.
  var squaredNorm: Double {
    withUnsafeScalars { lectern_squared_norm($0.baseAddress, $0.count) }
  }
}
