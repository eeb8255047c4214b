import Testing

@testable import Engine

@Suite struct ComputationGraphTests {
  /// (w x − 5)², by hand: w x = 6, difference 1, square 1, slopes 1, 2, 2, and 4 for w, 6 for x.
  private static func example() -> (w: Variable, x: Variable, loss: Variable) {
    let (w, x) = (Variable(Tensor(3), name: "w"), Variable(Tensor(2)))
    return (w, x, recording { (w * x - 5).pow(2) })
  }

  @Test func nodesCarryNamesValuesAndSlopes() {
    let (_, x, loss) = Self.example()
    let graph = loss.graph(slopes: true, naming: ["x": x])
    #expect(graph.nodes.map(\.label) == ["w", "x", "*", "constant", "-", "pow(2)"])
    #expect(graph.nodes.map(\.inputs) == [[], [], [0, 1], [], [2, 3], [4]])
    #expect(graph.nodes.map { $0.value?.item } == [3, 2, 6, 5, 1, 1])
    #expect(graph.nodes.map { $0.slope?.item } == [4, 6, 2, nil, 2, 1])
    #expect(
      graph.nodes.map(\.kind) == [
        .variable, .variable, .operation, .constant, .operation, .operation,
      ])
  }

  @Test func text() {
    let (_, x, loss) = Self.example()
    #expect(
      loss.graph(slopes: true, naming: ["x": x]).description == """
        operation     shape  value  slope
        pow(2)        []     1      1
        └ -           []     1      2
          ├ *         []     6      2
          │ ├ w       []     3      4
          │ └ x       []     2      6
          └ constant  []     5
        """)
    #expect(
      loss.graph.description.hasPrefix("operation       shape  value\npow(2)          []     1\n"))
  }

  @Test func slopesChangeNothing() {
    let (w, x, loss) = Self.example()
    w.gradient = Tensor(10)
    _ = loss.graph(slopes: true)
    #expect(w.gradient?.item == 10 && x.gradient == nil)
    loss.backward()
    #expect(w.gradient?.item == 14 && x.gradient?.item == 6)
  }

  @Test("A result that several operations use is written once")
  func shared() {
    let x = Variable([2, 3], name: "x")
    let loss = recording { () -> Variable in
      let square = x * x
      return (square * square + square).sum()
    }
    let graph = loss.graph(slopes: true)
    #expect(graph.nodes.map(\.label) == ["x", "*", "*", "+", "sum"])
    // d/dx (x⁴ + x²) = 4 x³ + 2 x; of the square, 2 x² + 1.
    #expect(graph.nodes.map(\.slope) == [[36, 114], [9, 19], [1, 1], [1, 1], Tensor(1)])
    #expect(
      graph.description == """
        operation   shape  value     slope
        sum         []     110       1
        └ +         [2]    [20, 90]  [1, 1]
          ├ *       [2]    [16, 81]  [1, 1]
          │ ├ * #1  [2]    [4, 9]    [9, 19]
          │ │ ├ x   [2]    [2, 3]    [36, 114]
          │ │ └ x   [2]    [2, 3]    [36, 114]
          │ └ * #1, as above
          └ * #1, as above
        """)
  }

  @Test func gradientsOfRowsAndOfModelsHaveNames() {
    struct Lookup: Layer { let table = Variable([[1], [2]]) }
    let model = Lookup()
    let loss = recording { model.table.gather(rows: [1, 1]).sum() }
    let graph = loss.graph(slopes: true, parametersOf: model)
    #expect(graph.nodes.map(\.label) == ["table", "gather", "sum"])
    #expect(graph.nodes[0].slope == [[0], [2]])
  }

  static let names: [(String, @Sendable (Variable) -> Variable)] = [
    ("matmul", { $0.matmul($0) }), ("relu", { $0.relu() }), ("-", { -$0 }), ("exp", { $0.exp() }),
    ("max", { $0.max(axis: 0) }), ("norm", { $0.norm() }), ("mean", { $0.mean(axis: 1) }),
    ("transpose", { $0.transposed }), ("maximum", { .maximum($0, $0 * 2) }),
    ("where", { .where(Tensor([1, 0]), $0, $0 * 2) }), ("softmax", { $0.softmax() }),
    ("affine", { $0.affine($0, bias: nil) }), ("concatenate", { .concatenate([$0, $0]) }),
    ("crossEntropy", { crossEntropy($0, [0, 1]) }),
    ("binaryCrossEntropy", { binaryCrossEntropy($0, [[0, 1], [1, 0]], reduction: .none) }),
  ]

  @Test(arguments: names.indices) func operationsAreNamedAfterTheirMethods(index: Int) {
    let (name, operation) = Self.names[index]
    let x = Variable([[1, 2], [3, 4]])
    let labels = recording { operation(x) }.graph.nodes.map(\.label)
    #expect(labels.contains(name), "\(labels)")
  }

  @Test("Of long and of wide computations a part is shown", arguments: [100, 1000])
  func bounded(length: Int) {
    let x = Variable(Tensor(1))
    let long = recording { (0..<length).reduce(x) { sum, _ in sum + 1 } }
    let wide = recording { Variable.concatenate((0..<length).map { _ in (x * 2).reshape([1]) }) }
    for graph in [long.graph, wide.graph] {
      let lines = graph.description.split(separator: "\n")
      #expect(lines.count <= 52 && lines.allSatisfy { $0.count <= 80 })
      #expect(lines.last?.hasSuffix(" more") == true)
      #expect(graph.representations.svg!.rendered.contains("more before these"))
    }
  }

  @Test func drawing() throws {
    let (_, x, loss) = Self.example()
    let svg = try #require(loss.graph(slopes: true, naming: ["x": x]).representations.svg).rendered
    for part in ["<title>", "<desc>", "pow(2)", "= 6", "slope 4", "role=\"img\"", "currentColor"] {
      #expect(svg.contains(part), "\(part)")
    }
    #expect(svg.contains("* of w and x gives 6; - of * and constant gives 1"))
    // A box for each node, a curve and a head for each edge.
    #expect(svg.split(separator: "<rect").count - 1 == 6)
    #expect(svg.split(separator: "graph-edge").count - 1 == 10)
  }
}
