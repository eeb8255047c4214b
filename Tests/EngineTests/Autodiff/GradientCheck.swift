import Testing

@testable import Engine

/// Gradients against finite differences.
enum GradientCheck {
  /// Compares the gradients of a weighted sum of the operation's result with finite differences
  /// of it, for each element of each operand.
  static func verify(
    _ inputs: [Tensor], using random: inout RandomGenerator, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation, _ operation: ([Variable]) -> Variable
  ) {
    let variables = inputs.map { Variable($0) }
    let result = gradients { operation(variables) }
    let weights = Tensor.uniform(result.value.shape, in: 0.5..<1.5, using: &random)
    result.backward(weights)
    for (position, variable) in variables.enumerated() {
      guard let gradient = variable.gradient, gradient.shape == variable.value.shape else {
        Issue.record(
          "operand \(position) got no gradient of its shape; \(comment.map { "\($0)" } ?? "")",
          sourceLocation: sourceLocation)
        continue
      }
      let found = gradient.scalars
      for element in found.indices {
        let slope = slope { step in
          var moved = inputs
          moved[position].withUnsafeMutableScalars { $0[element] += step }
          let result = operation(moved.map { Variable($0) }).value
          return zip(result.scalars, weights.scalars).reduce(0) { $0 + Double($1.0 * $1.1) }
        }
        let error = abs(Double(found[element]) - slope)
        #expect(
          error <= 1e-3 * max(1, abs(slope)),
          "operand \(position), element \(element): \(found[element]), not \(slope)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// The derivative at 0 by the five-point formula, whose error is of the fourth order: with a
  /// step of 2⁻⁵ it is about as small as what rounding in single precision leaves.
  private static func slope(_ function: (Float) -> Double) -> Double {
    let step: Float = 0x1p-5
    let near = function(step) - function(-step)
    let far = function(2 * step) - function(-2 * step)
    return (8 * near - far) / (12 * Double(step))
  }
}
