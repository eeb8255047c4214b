import Display

/// The graph as a drawing: what is given at the top, the result at the bottom, arrows from
/// operands to results. Colours and fonts are a plot's, so that a page's style for these fits.
struct GraphDrawing {
  private static let mostNodes = 40
  private static let textSize = 13.0, lineHeight = 17.0, layerGap = 34.0, boxGap = 14.0
  private static let narrowest = 420.0

  private let graph: ComputationGraph
  private let shown: [Int]
  private let layers: GraphLayers
  private let boxes: [GraphBox]

  init(_ graph: ComputationGraph) {
    self.graph = graph
    // The nodes nearest to the result, in the order in which they were computed.
    shown = Array(graph.nodes.indices.suffix(GraphDrawing.mostNodes))
    layers = GraphLayers(graph, shown: shown)
    boxes = GraphDrawing.arranged(graph, layers)
  }

  var svg: Markup {
    let hidden = graph.nodes.count - shown.count
    let width = boxes.map { $0.right }.max() ?? 0
    let bottom = (boxes.map { $0.bottom }.max() ?? 0) + 2
    let note = hidden > 0 ? "… \(hidden) more before these" : nil
    let height = bottom + (note == nil ? 0 : 20)
    let total = max(width + 2, GraphDrawing.narrowest)
    let left = (total - width) / 2
    let named: [Markup] = [
      .element("title", [:], .text("Graph of a computation")),
      .element("desc", [:], .text(alternative)),
    ]
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "plot graph", "role": "img",
        "viewBox": "\((-left).svg) 0 \(total.svg) \(height.svg)",
        "font-family": "system-ui, sans-serif",
      ],
      named + edges + boxes.flatMap(\.elements)
        + (note.map { [GraphBox.text($0, x: width / 2, y: height - 5, opacity: 0.8)] } ?? []))
  }

  /// In words: each operation with what enters it.
  private var alternative: String {
    var sentences = shown.suffix(12).compactMap { index -> String? in
      let node = graph.nodes[index]
      if node.inputs.isEmpty { return nil }
      let inputs = node.inputs.map { graph.nodes[$0].label }.joined(separator: " and ")
      let value = node.value.map { " gives \($0.onOneLine(atMost: 24))" } ?? ""
      return "\(node.label) of \(inputs)\(value)"
    }
    if graph.nodes.count > 12 {
      sentences.insert("the last operations of \(graph.nodes.count) nodes", at: 0)
    }
    return sentences.joined(separator: "; ") + "."
  }

  private var edges: [Markup] {
    layers.places.indices.flatMap { end in
      layers.places[end].sources.flatMap { source in
        GraphDrawing.edge(from: boxes[source], to: boxes[end])
      }
    }
  }

  private static func edge(from source: GraphBox, to end: GraphBox) -> [Markup] {
    let tip = end.isPoint ? end.top : end.top - 1
    let (x1, y1, x2, y2) = (source.middle, source.bottom, end.middle, tip)
    let bend = (y2 - y1) / 2
    let curve =
      "M\(x1.svg) \(y1.svg)C\(x1.svg) \((y1 + bend).svg) \(x2.svg) \((y2 - bend).svg) "
      + "\(x2.svg) \(y2.svg)"
    let through = end.isPoint ? "V\(end.bottom.svg)" : ""
    let line = GraphBox.path("graph-edge", curve + through, opacity: 0.55)
    if end.isPoint { return [line] }
    let head =
      "M\((x2 - 4).svg) \((y2 - 7).svg)L\(x2.svg) \(y2.svg)L\((x2 + 4).svg) \((y2 - 7).svg)"
    return [line, GraphBox.path("graph-edge", head, opacity: 0.55)]
  }

  /// The box of each place; layers one below the other, each in the middle.
  private static func arranged(_ graph: ComputationGraph, _ layers: GraphLayers) -> [GraphBox] {
    var boxes = layers.places.map { place in
      GraphBox(place.node.map { graph.nodes[$0] }, textSize: textSize, lineHeight: lineHeight)
    }
    let widths = layers.layers.map { layer in
      layer.reduce(0) { $0 + boxes[$1].width } + boxGap * Double(layer.count - 1)
    }
    let widest = widths.max() ?? 0
    var top = 1.0
    for (layer, width) in zip(layers.layers, widths) {
      // A layer is spread over the width that the widest has, up to a point.
      let spread = layer.count > 1 ? min(60, (widest - width) / Double(layer.count)) : 0
      var left = (widest - width - spread * Double(layer.count - 1)) / 2
      let height = layer.map { boxes[$0].height }.max() ?? 0
      for place in layer {
        boxes[place].left = left
        boxes[place].top = boxes[place].isPoint ? top : top + (height - boxes[place].height) / 2
        if boxes[place].isPoint { boxes[place].height = height }
        left += boxes[place].width + boxGap + spread
      }
      top += height + layerGap
    }
    return boxes
  }
}
