/// What LSTM and GRU share: cells on top of each other, each reading the sequence in one direction.
protocol RecurrentLayer: Layer {
  static var name: String { get }
  static var gates: Int { get }
  /// The first layer's cell, its cell of the other direction if there is one, the second layer's, …
  var cells: [RecurrentCell] { get }
  var isBidirectional: Bool { get }
  var dropout: Float { get }
}

extension RecurrentLayer {
  static func makeCells(
    inputs: Int, hidden: Int, layers: Int, isBidirectional: Bool, dropout: Float,
    using random: inout RandomGenerator
  ) -> [RecurrentCell] {
    let settings = Settings(name)
    settings.atLeastOne(inputs, "inputs")
    settings.atLeastOne(hidden, "hidden")
    settings.atLeastOne(layers, "layers")
    settings.share(dropout, "dropout")
    if dropout > 0 && layers == 1 {
      stop(name, "dropout is \(dropout), but it acts between layers and there is only one")
    }
    let directions = isBidirectional ? 2 : 1
    return (0..<layers * directions).map { index in
      RecurrentCell(
        inputs: index < directions ? inputs : hidden * directions, hidden: hidden, gates: gates,
        using: &random)
    }
  }

  private var hidden: Int { cells[0].recurrent.weight.value.shape[1] }

  /// Runs all layers over `[batch, length, inputs]`.
  ///
  /// - Parameter sweep: runs a cell over the projections `[length, batch, gates · hidden]` of its
  ///   inputs and gives the states of all places, `[length, batch, hidden]`.
  /// - Returns: those of the last layer, `[batch, length, directions · hidden]`.
  func outputs(
    of input: Variable,
    sweep: (_ cell: Int, _ projections: Variable, _ isReversed: Bool) -> Variable
  ) -> Variable {
    check(input.value.shape)
    let directions = isBidirectional ? 2 : 1
    let dropout = Dropout(rate: dropout)
    // Places first: each step then finds its part in one piece.
    var sequence = input.transpose([1, 0, 2])
    for first in stride(from: 0, to: cells.count, by: directions) {
      if first > 0 { sequence = dropout(sequence) }
      let read = (0..<directions).map { direction in
        sweep(first + direction, cells[first + direction].input(sequence), direction == 1)
      }
      sequence = read.count == 1 ? read[0] : .concatenate(read, axis: 2)
    }
    return sequence.transpose([1, 0, 2])
  }

  private func check(_ shape: [Int]) {
    let inputs = cells[0].input.weight.value.shape[1]
    guard shape.count == 3, shape[2] == inputs else {
      stop(Self.name, "needs [batch, length, \(inputs)], the shape is \(shape)")
    }
    if shape[1] < 1 { stop(Self.name, "the sequences are empty, the shape is \(shape)") }
  }

  /// One state for each cell, `[batch, hidden]`: a part of `given`, or zeros.
  func initialStates(_ given: Variable?, _ kind: String, batch: Int) -> [Variable] {
    let wanted = [cells.count, batch, hidden]
    guard let given else {
      return cells.map { _ in Variable(.zeros([batch, hidden]), requiresGradient: false) }
    }
    if given.value.shape != wanted {
      stop(Self.name, "the \(kind) state has shape \(given.value.shape), not \(wanted)")
    }
    return cells.indices.map { given.rows($0..<$0 + 1).reshape([batch, hidden]) }
  }

  /// The state of the place that was read last, of `[length, batch, hidden]`.
  static func lastState(_ states: Variable, isReversed: Bool) -> Variable {
    let shape = states.value.shape
    let place = isReversed ? 0 : shape[0] - 1
    return states.rows(place..<place + 1).reshape(Array(shape.dropFirst()))
  }
}
