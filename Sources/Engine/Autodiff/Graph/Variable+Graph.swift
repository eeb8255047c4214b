extension Variable {
  /// The computation that was recorded behind this value, without slopes; see
  /// ``graph(slopes:naming:)``.
  public var graph: ComputationGraph { graph(slopes: false) }

  /// The computation that was recorded behind this value: every operation, what entered it, what
  /// came out, and, if wanted, the slopes that the chain rule passes back.
  ///
  /// ```swift
  /// let w = Variable(Tensor(3), name: "w"), x: Tensor = [1, 2]
  /// let loss = recording { (w * x - 5).pow(2).sum() }
  /// display(loss.graph(slopes: true))
  /// ```
  ///
  /// Computing slopes changes no `gradient` and releases nothing; `backward()` can still be
  /// called afterwards. After `backward()` the record is gone, and this stops the program.
  ///
  /// - Parameters:
  ///   - slopes: whether the gradient of this value, a single number, with respect to each of the
  ///     others is computed.
  ///   - names: what variables are to be called; others go by their ``name``.
  public func graph(
    slopes: Bool = false, naming names: KeyValuePairs<String, Variable> = [:]
  ) -> ComputationGraph {
    var given: [ObjectIdentifier: String] = [:]
    for (name, variable) in names { given[ObjectIdentifier(variable)] = name }
    return GraphBuilder(names: given).graph(of: self, slopes: slopes)
  }

  /// The computation behind this value, the parameters of a model called by the paths that lead to
  /// them: `layers.0.weight`. See ``graph(slopes:naming:)``.
  public func graph(slopes: Bool = false, parametersOf layer: some Layer) -> ComputationGraph {
    var given: [ObjectIdentifier: String] = [:]
    for parameter in layer.parameters {
      given[ObjectIdentifier(parameter.variable)] = parameter.name
    }
    return GraphBuilder(names: given).graph(of: self, slopes: slopes)
  }
}

private struct GraphBuilder {
  let names: [ObjectIdentifier: String]
  private var nodes: [ComputationGraph.Node] = []
  private var positions: [ObjectIdentifier: Int] = [:]
  private var slopes: [ObjectIdentifier: Contribution] = [:]

  init(names: [ObjectIdentifier: String]) { self.names = names }

  consuming func graph(of result: Variable, slopes wanted: Bool) -> ComputationGraph {
    if case .given = result.origin, !result.requiresGradient {
      stop("graph", "nothing was recorded; compute the value inside recording { … }")
    }
    if wanted {
      if result.value.count != 1 {
        stop("graph", "slopes are those of a single number; the shape is \(result.value.shape)")
      }
      slopes = Graph.slopes(of: result, keepingAll: true)
    }
    for variable in Graph.operations(before: result) { add(variable) }
    if nodes.isEmpty { _ = position(ofLeaf: result) }
    return ComputationGraph(nodes: nodes, hasSlopes: wanted)
  }

  private mutating func add(_ variable: Variable) {
    guard case .operation(let operation) = variable.origin else { return }
    var inputs = operation.parents.map { parent in
      positions[ObjectIdentifier(parent)] ?? position(ofLeaf: parent)
    }
    var label = operation.label
    switch operation.constant {
    case .left(let tensor): inputs.insert(position(ofConstant: tensor), at: 0)
    case .right(let tensor): inputs.append(position(ofConstant: tensor))
    case .number(let number): label += "(\(Tensor(number)))"
    case nil: break
    }
    append(
      variable, .operation, names[ObjectIdentifier(variable)] ?? variable.name ?? label, inputs)
  }

  private mutating func position(ofLeaf variable: Variable) -> Int {
    let kind: ComputationGraph.Node.Kind = variable.requiresGradient ? .variable : .constant
    let name = names[ObjectIdentifier(variable)] ?? variable.name
    append(variable, kind, name ?? (variable.requiresGradient ? "variable" : "constant"), [])
    return nodes.count - 1
  }

  private mutating func position(ofConstant tensor: Tensor) -> Int {
    append(tensor, nil, .constant, "constant", [])
    return nodes.count - 1
  }

  private mutating func append(
    _ variable: Variable, _ kind: ComputationGraph.Node.Kind, _ label: String, _ inputs: [Int]
  ) {
    positions[ObjectIdentifier(variable)] = nodes.count
    let slope = kind == .constant ? nil : slopes[ObjectIdentifier(variable)]
    append(variable.value, slope, kind, label, inputs)
  }

  private mutating func append(
    _ value: Tensor, _ slope: Contribution?, _ kind: ComputationGraph.Node.Kind, _ label: String,
    _ inputs: [Int]
  ) {
    let isSmall = value.count <= ComputationGraph.mostElements
    nodes.append(
      ComputationGraph.Node(
        kind: kind, label: label, inputs: inputs, shape: value.shape,
        value: isSmall ? value : nil, slope: isSmall ? slope?.tensor : nil))
  }
}

extension Operation {
  /// The name without the labels of the function's arguments.
  fileprivate var label: String { String(name.description.prefix { $0 != "(" }) }
}
