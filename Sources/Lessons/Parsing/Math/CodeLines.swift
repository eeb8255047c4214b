/// The lines of a document that are code, in order.
struct CodeLines {
  private var ranges: [ClosedRange<Int>] = []

  mutating func add(_ node: MarkdownNode) {
    guard node.isCode else { return }
    ranges.append(node.start.line...max(node.start.line, node.endLine))
  }

  func contains(_ line: Int) -> Bool { range(around: line) != nil }

  /// Whether code begins on the line.
  func begins(at line: Int) -> Bool { range(around: line)?.lowerBound == line }

  private func range(around line: Int) -> ClosedRange<Int>? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(line) ? ranges[low] : nil
  }
}
