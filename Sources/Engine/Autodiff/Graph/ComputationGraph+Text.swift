import Display

extension ComputationGraph: Displayable, CustomStringConvertible {
  public var description: String { GraphText(self).text }

  public var representations: Representations {
    Representations(plain: description, svg: GraphDrawing(self).svg)
  }
}

/// The graph as a tree that starts at its result, in at most 80 columns. An operation that
/// several others use is written out once and named by its number elsewhere.
private struct GraphText {
  private static let width = 80, mostRows = 48, deepest = 14, widestLabel = 40

  private let graph: ComputationGraph
  private let useCounts: [Int]
  private var rows: [Row] = []
  private var numbers: [Int: Int] = [:]
  private var shown: Set<Int> = []

  private struct Row {
    let label: String
    let node: ComputationGraph.Node?
  }

  init(_ graph: ComputationGraph) {
    self.graph = graph
    useCounts = graph.useCounts
    visit(graph.nodes.count - 1, first: "", rest: "", depth: 0)
  }

  private mutating func visit(_ index: Int, first: String, rest: String, depth: Int) {
    if rows.count >= GraphText.mostRows { return }
    let node = graph.nodes[index]
    if let number = numbers[index] {
      rows.append(Row(label: first + "\(node.label) #\(number), as above", node: nil))
      return
    }
    shown.insert(index)
    var label = first + node.label
    if useCounts[index] > 1 && !node.inputs.isEmpty {
      numbers[index] = numbers.count + 1
      label += " #\(numbers.count)"
    }
    rows.append(Row(label: label, node: node))
    if depth == GraphText.deepest && !node.inputs.isEmpty {
      rows.append(Row(label: rest + "└ …", node: nil))
      return
    }
    for (position, input) in node.inputs.enumerated() {
      let isLast = position == node.inputs.count - 1
      visit(
        input, first: rest + (isLast ? "└ " : "├ "), rest: rest + (isLast ? "  " : "│ "),
        depth: depth + 1)
    }
  }

  var text: String {
    let headings = ["operation", "shape", "value"] + (graph.hasSlopes ? ["slope"] : [])
    var cells = [headings]
    let labelWidth = min(
      GraphText.widestLabel, rows.map(\.label.terminalWidth).max() ?? 0)
    let shapeWidth = min(16, rows.compactMap { $0.node.map { "\($0.shape)".count } }.max() ?? 0)
    let room = GraphText.width - max(labelWidth, 9) - max(shapeWidth, 5) - 4
    let numberWidth = graph.hasSlopes ? (room - 2) / 2 : room
    for row in rows {
      let label = row.label.truncated(to: labelWidth)
      guard let node = row.node else {
        cells.append([label])
        continue
      }
      let numbers = [node.value] + (graph.hasSlopes ? [node.slope] : [])
      cells.append(
        [label, "\(node.shape)".truncated(to: shapeWidth)]
          + numbers.map { $0?.onOneLine(atMost: numberWidth) ?? "" })
    }
    let hidden = graph.nodes.count - shown.count
    return GraphText.aligned(cells) + (hidden > 0 ? "\n… \(hidden) more" : "")
  }

  private static func aligned(_ cells: [[String]]) -> String {
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count && $0.count > 1 ? $0[column].terminalWidth : 0 }.max() ?? 0
    }
    return cells.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").withoutTrailingBlanks
    }.joined(separator: "\n")
  }
}

extension ComputationGraph {
  /// How many operations each node enters.
  var useCounts: [Int] {
    var counts = [Int](repeating: 0, count: nodes.count)
    for input in nodes.flatMap(\.inputs) { counts[input] += 1 }
    return counts
  }
}

extension Tensor {
  /// The elements without line breaks, `…` where these are too many characters.
  func onOneLine(atMost width: Int) -> String {
    let words = description.split { $0 == " " || $0.isNewline }
    let text = words.joined(separator: " ")
    return text.count <= width ? text : "…"
  }
}
