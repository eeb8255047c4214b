import Testing

@testable import Engine

/// An output and gradients as PyTorch computes them; Tests/Reference/layer_figures.py writes them.
protocol GradientFigures: Decodable {
  var upstream: ReferenceTensor { get }
  var output: ReferenceTensor { get }
  /// What the output was computed from, and the gradients of these.
  var leaves: [String: ReferenceTensor] { get }
  var gradients: [String: ReferenceTensor] { get }
}

extension GradientFigures {
  /// Variables with the leaves' values.
  var variables: [String: Variable] { leaves.mapValues { Variable($0.tensor) } }

  /// Compares the output and the gradients of all leaves.
  func check(
    _ name: String, _ variables: [String: Variable], within tolerance: Float,
    _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ compute: ([String: Variable]) -> Variable
  ) {
    let result = Engine.gradients { compute(variables) }
    result.backward(upstream.tensor)
    let error = agreement(name, largestError(result.value, output.tensor))
    #expect(error <= tolerance, comment, sourceLocation: sourceLocation)
    #expect(variables.count == gradients.count, sourceLocation: sourceLocation)
    for (leaf, expected) in gradients.sorted(by: { $0.key < $1.key }) {
      let error = agreement(
        "\(name), gradient", largestError(variables[leaf]?.gradient, expected.tensor))
      #expect(
        error <= tolerance, "gradient of \(leaf); \(comment.map { "\($0)" } ?? "")",
        sourceLocation: sourceLocation)
    }
  }
}
