import Testing

@testable import Engine

/// What is taken for the gradient where there is no derivative.
@Suite struct CornerTests {
  struct Corner: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let inputs: [Tensor]
    let expected: [Tensor]
    let operation: @Sendable ([Variable]) -> Variable
  }

  private static let half: Tensor = [0.5, 0.5]

  static let corners: [Corner] = [
    Corner(testDescription: "relu", inputs: [[0, -0.0]], expected: [[0, 0]]) { $0[0].relu() },
    Corner(testDescription: "abs", inputs: [[0, -0.0]], expected: [[0, 0]]) { $0[0].abs() },
    Corner(testDescription: "clip", inputs: [[-1, 1]], expected: [[1, 1]]) { $0[0].clip(-1...1) },
    Corner(testDescription: "max of equals", inputs: [[2, 2]], expected: [half]) { $0[0].max() },
    Corner(testDescription: "min of equals", inputs: [[2, 2]], expected: [half]) {
      $0[0].min(axis: 0)
    },
    Corner(
      testDescription: "maximum of equals", inputs: [[2, 2], [2, 2]], expected: [half, half]
    ) {
      .maximum($0[0], $0[1])
    },
    Corner(
      testDescription: "minimum of equals", inputs: [[2, 2], [2, 2]], expected: [half, half]
    ) {
      .minimum($0[0], $0[1])
    },
    Corner(testDescription: "norm of nothing", inputs: [[0, 0]], expected: [[0, 0]]) {
      $0[0].norm()
    },
    Corner(testDescription: "where", inputs: [[1, 2], [3, 4]], expected: [[1, 0], [0, 1]]) {
      .where([1, 0], $0[0], $0[1])
    },
  ]

  @Test(arguments: corners) func gradient(at corner: Corner) {
    let variables = corner.inputs.map { Variable($0) }
    gradients { corner.operation(variables).sum() }.backward()
    for (variable, expected) in zip(variables, corner.expected) {
      #expect(variable.gradient == expected)
    }
  }
}
