/// A list in aligned columns that fits the terminal: the widest text column gives way.
struct TextColumns {
  var headers: [String]
  /// Columns that are aligned on the right.
  var numeric: Set<Int> = []
  var rows: [[String]]

  func text(width limit: Int) -> String {
    var widths = headers.indices.map { column in
      ([headers] + rows).map { $0[column].count }.max() ?? 0
    }
    let gaps = 2 * (widths.count - 1)
    while widths.reduce(gaps, +) > limit, let widest = widths.max(), widest > 12,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return ([headers] + rows).map { row in
      row.indices.map { cell(row[$0], column: $0, width: widths[$0]) }
        .joined(separator: "  ").trimmingTrailingBlanks
    }.joined(separator: "\n")
  }

  private func cell(_ text: String, column: Int, width: Int) -> String {
    let short = text.count > width ? text.prefix(width - 1) + "…" : text[...]
    let padding = String(repeating: " ", count: width - short.count)
    return numeric.contains(column) ? padding + short : short + padding
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
