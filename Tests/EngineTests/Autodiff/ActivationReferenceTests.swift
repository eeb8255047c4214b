import Testing

@testable import Engine

/// Functions and their gradients against PyTorch's in double precision.
@Suite struct ActivationReferenceTests {
  struct Figure: Decodable {
    var name: String
    var input, upstream, output, inputGradient: ReferenceTensor
  }

  private static let functions: [String: @Sendable (Variable) -> Variable] = [
    "erf": { $0.erf() }, "gelu": { $0.gelu() }, "geluTanh": { $0.geluTanh() },
    "mish": { $0.mish() }, "softplus": { $0.softplus() }, "sigmoid": { $0.sigmoid() },
    "tanh": { $0.tanh() }, "relu": { $0.relu() }, "exp": { $0.exp() }, "abs": { $0.abs() },
    "softmax": { $0.softmax() }, "logSoftmax": { $0.logSoftmax() },
    "variance": { $0.variance(axis: 1) }, "norm": { $0.norm(axis: 1) },
    "max": { $0.max(axis: 0) }, "min": { $0.min(axis: 1) }, "clip": { $0.clip(-1...1.5) },
  ]

  @Test func functions() throws {
    let figures = try ReferenceFile.read("activations", as: [Figure].self)
    #expect(figures.count == Self.functions.count)
    for figure in figures {
      let function = try #require(Self.functions[figure.name])
      let input = Variable(figure.input.tensor)
      let output = gradients { function(input) }
      output.backward(figure.upstream.tensor)
      let value = largestError(output.value, figure.output.tensor)
      #expect(agreement("function:\(figure.name)", value) <= 1e-6, "\(figure.name)")
      let gradient = largestError(input.gradient, figure.inputGradient.tensor)
      #expect(
        agreement("function:\(figure.name), gradient", gradient) <= 1e-6,
        "gradient of \(figure.name)")
    }
  }
}
