import Testing

@testable import Engine

/// LSTM and GRU as PyTorch computes them, with several layers, in both directions and from a state.
@Suite struct RecurrentReferenceTests {
  struct Figures: GradientFigures {
    var kind: String
    var inputs, hidden, layers: Int
    var isBidirectional, hasState: Bool
    var upstream, output: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]

    /// Our parameters' names and PyTorch's.
    var names: [String: String] {
      var names: [String: String] = [:]
      let directions = isBidirectional ? 2 : 1
      for cell in 0..<layers * directions {
        let suffix = "l\(cell / directions)" + (cell % directions == 1 ? "_reverse" : "")
        names["cells.\(cell).input.weight"] = "weight_ih_\(suffix)"
        names["cells.\(cell).input.bias"] = "bias_ih_\(suffix)"
        names["cells.\(cell).recurrent.weight"] = "weight_hh_\(suffix)"
        names["cells.\(cell).recurrent.bias"] = "bias_hh_\(suffix)"
      }
      return names
    }
  }

  private static func figures() throws -> [Figures] {
    try ReferenceFile.read("recurrent", as: [Figures].self)
  }

  @Test(arguments: ["LSTM", "GRU"]) func outputsStatesAndGradients(kind: String) throws {
    let figures = try Self.figures().filter { $0.kind == kind }
    #expect(figures.count == 4)
    for figure in figures {
      var random = RandomGenerator(seed: 1)
      let lstm = LSTM(
        inputs: figure.inputs, hidden: figure.hidden, layers: figure.layers,
        isBidirectional: figure.isBidirectional, using: &random)
      let gru = GRU(
        inputs: figure.inputs, hidden: figure.hidden, layers: figure.layers,
        isBidirectional: figure.isBidirectional, using: &random)
      let layer: any Layer = kind == "LSTM" ? lstm : gru
      var variables = figure.variables
      for parameter in layer.parameters {
        let name = try #require(figure.names[parameter.name])
        parameter.variable.value = try #require(figure.leaves[name]).tensor
        variables[name] = parameter.variable
      }
      let comment = Comment(rawValue: "\(figure.layers) layers, \(figure.isBidirectional)")
      figure.check("layer:\(kind)", variables, within: 2e-6, comment) { leaves in
        let input = leaves["input"]!
        func row(_ parts: [Variable]) -> Variable { .concatenate(parts.map { $0.reshape([-1]) }) }
        if kind == "GRU" {
          let (outputs, state) = gru(input, from: leaves["hidden"])
          return row([outputs, state])
        }
        let state = leaves["hidden"].map { LSTM.State(hidden: $0, cell: leaves["cell"]!) }
        let (outputs, last) = lstm(input, from: state)
        return row([outputs, last.hidden, last.cell])
      }
    }
  }

  @Test("A sequence in two parts, the second from the state of the first, is the whole")
  func parts() {
    var random = RandomGenerator(seed: 2)
    let sequence = Variable(.normal([2, 6, 3], using: &random), requiresGradient: false)
    let (first, second) = (sequence.slice(axis: 1, 0..<4), sequence.slice(axis: 1, 4..<6))
    let lstm = LSTM(inputs: 3, hidden: 5, layers: 2, using: &random)
    let (start, state) = lstm(first)
    let whole = lstm(sequence)
    let (rest, end) = lstm(second, from: state)
    #expect(Tensor.concatenate([start.value, rest.value], axis: 1) == whole.outputs.value)
    #expect(end.cell.value == whole.state.cell.value)
    let gru = GRU(inputs: 3, hidden: 5, using: &random)
    let end2 = gru(second, from: gru(first).state)
    #expect(end2.state.value == gru(sequence).state.value)
  }

  @Test func startsUniformAndDropsBetweenLayersInTraining() {
    var random = RandomGenerator(seed: 3)
    let lstm = LSTM(inputs: 2, hidden: 4, layers: 2, dropout: 1, using: &random)
    let weights = lstm.parameters.flatMap(\.variable.value.scalars)
    #expect(weights.count == 4 * 4 * (2 + 4 + 2) + 4 * 4 * (4 + 4 + 2))
    #expect(weights.allSatisfy { $0.magnitude <= 0.5 } && weights.contains { $0 > 0.45 })
    // With all dropped, the second layer sees zeros whatever goes in.
    let inputs = [Tensor.ones([1, 3, 2]), Tensor.zeros([1, 3, 2])].map {
      Variable($0, requiresGradient: false)
    }
    let inTraining = withTraining(using: &random) { inputs.map { lstm($0).outputs.value } }
    #expect(inTraining[0] == inTraining[1])
    #expect(lstm(inputs[0]).outputs.value != lstm(inputs[1]).outputs.value)
  }

  @Test func emptyBatch() {
    var random = RandomGenerator(seed: 4)
    let lstm = LSTM(inputs: 2, hidden: 4, isBidirectional: true, using: &random)
    let (outputs, state) = lstm(Variable(.zeros([0, 3, 2])))
    #expect(outputs.value.shape == [0, 3, 8])
    #expect(state.hidden.value.shape == [2, 0, 4] && state.cell.value.shape == [2, 0, 4])
  }
}
