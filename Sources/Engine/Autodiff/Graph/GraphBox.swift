import Display

/// A node as it is drawn: its label, its value and its slope below each other in a box; or a point
/// that an edge passes through.
struct GraphBox {
  let node: ComputationGraph.Node?
  let width: Double
  var height: Double
  var left = 0.0, top = 0.0

  private let lines: [String]
  private let lineHeight: Double

  private static let longestLabel = 24, longestValue = 30

  init(_ node: ComputationGraph.Node?, textSize: Double, lineHeight: Double) {
    self.node = node
    self.lineHeight = lineHeight
    lines = node.map(GraphBox.lines) ?? []
    let longest = lines.map { Double($0.terminalWidth) }.max() ?? 0
    // A letter of a sans-serif font is about 0.56 of its size wide.
    width = node == nil ? 6 : max(46, longest * textSize * 0.56 + 18)
    height = node == nil ? 0 : Double(lines.count) * lineHeight + 9
  }

  private static func lines(of node: ComputationGraph.Node) -> [String] {
    var label = node.label.onOneLine.truncated(to: longestLabel)
    let value = node.value?.onOneLine(atMost: longestValue)
    if node.kind == .constant && node.label == "constant" {
      return [value == nil || value == "…" ? "data \(node.shape)" : value!]
    }
    if value == nil || value == "…" { label += " \(node.shape)" }
    let slope = node.slope?.onOneLine(atMost: longestValue)
    return [label] + (value.map { $0 == "…" ? [] : ["= " + $0] } ?? [])
      + (slope.map { $0 == "…" ? [] : ["slope " + $0] } ?? [])
  }

  var isPoint: Bool { node == nil }
  var right: Double { left + width }
  var bottom: Double { top + height }
  var middle: Double { left + width / 2 }

  var elements: [Markup] {
    guard let node else { return [] }
    let texts = lines.enumerated().map { position, line in
      let isSlope = line.hasPrefix("slope ")
      return GraphBox.text(
        line, x: middle, y: top + 4.5 + lineHeight * (Double(position) + 0.75),
        opacity: isSlope || position > 0 ? 0.85 : 1,
        weight: position == 0 && node.kind != .constant ? "600" : nil, isItalic: isSlope)
    }
    return [frame(node)] + texts
  }

  /// Operations are rounded, variables have a strong frame, constants none.
  private func frame(_ node: ComputationGraph.Node) -> Markup {
    let kind =
      switch node.kind {
      case .operation: "graph-operation"
      case .variable: "graph-variable"
      case .constant: "graph-constant"
      }
    return .element(
      "rect",
      [
        "class": kind, "x": left.svg, "y": top.svg, "width": width.svg, "height": height.svg,
        "rx": node.kind == .operation ? "9" : "2", "fill": "currentColor",
        "fill-opacity": node.kind == .operation ? "0.07" : "0", "stroke": "currentColor",
        "stroke-opacity": node.kind == .variable ? "0.9" : "0.35",
        "stroke-width": node.kind == .variable ? "1.6" : "1",
        "stroke-dasharray": node.kind == .constant ? "3 3" : nil,
      ])
  }

  static func text(
    _ text: String, x: Double, y: Double, opacity: Double, weight: String? = nil,
    isItalic: Bool = false
  ) -> Markup {
    .element(
      "text",
      [
        "class": "graph-text", "x": x.svg, "y": y.svg, "font-size": "13", "text-anchor": "middle",
        "font-weight": weight, "font-style": isItalic ? "italic" : nil, "fill": "currentColor",
        "fill-opacity": opacity == 1 ? nil : opacity.svg,
      ], .text(text))
  }

  static func path(_ kind: String, _ path: String, opacity: Double) -> Markup {
    .element(
      "path",
      [
        "class": kind, "d": path, "fill": "none", "stroke": "currentColor",
        "stroke-opacity": opacity.svg,
      ])
  }
}

extension Double {
  /// The number in a drawing, to a tenth.
  var svg: String {
    var text = NumberFormat.decimals(1).text(of: self)
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }
}
