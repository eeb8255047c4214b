import Display

/// The labels of histogram bins: `0.5 – 1.0`, all with the decimals that their edges need.
struct BinLabels {
  let texts: [String]

  /// - Parameter decimals: digits after the point, nil for as few as the edges need.
  init(_ bins: [Plot.Bin], decimals: Int? = nil) {
    let edges = bins.flatMap { [$0.lower, $0.upper] }
    let written: [String]
    if let decimals {
      written = BinLabels.texts(of: edges, decimals: decimals)
    } else {
      let format = BinLabels.format(edges)
      written = edges.map { format.text(of: $0) }
    }
    texts = bins.indices.map { written[2 * $0] + " – " + written[2 * $0 + 1] }
  }

  /// The fewest decimals with which the edges as they are printed separate the values as the edges
  /// themselves do; nil where the usual ones are the edges' own digits.
  static func decimals(
    for edges: BinEdges, of values: [Double], nearest: (Double) -> Double
  ) -> Int? {
    let (usual, isExact) = usualDecimals(edges.values)
    guard !isExact, let usual else { return nil }
    // A value on an edge is read as the edge, however that is rounded.
    let exact = Set(edges.values.map(nearest))
    let values = values.filter { !exact.contains($0) }
    let counts = edges.counts(of: values, nearest: nearest)
    return (usual...usual + 14).first { decimals in
      let printed = texts(of: edges.values, decimals: decimals).compactMap { Double($0) }
      return BinEdges(printed).counts(of: values, nearest: nearest) == counts
    }
  }

  private static func format(_ edges: [Double]) -> NumberFormat {
    if let usual = usualDecimals(edges).decimals { return .decimals(usual) }
    let digits = edges.filter(\.isFinite).map { DecimalDigits($0).count }.max() ?? 0
    return digits <= 8 ? .shortest : .significantDigits(8)
  }

  /// As many decimals as the edges have, at most two more than tell them apart; nil where the edges
  /// are so large or so small that they are written with an exponent.
  private static func usualDecimals(_ edges: [Double]) -> (decimals: Int?, isExact: Bool) {
    let largest = edges.map(\.magnitude).max() ?? 0
    if largest >= 1e15 || largest < 1e-4 { return (nil, false) }
    let narrowest = zip(edges, edges.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    // The difference of two large edges is a hair less than the width.
    let first = max(0, -Int(log10(narrowest * (1 + 1e-6)).rounded(.down)))
    for decimals in first...first + 2 {
      let format = NumberFormat.decimals(decimals)
      let isExact = edges.allSatisfy { edge in
        guard let read = Double(format.text(of: edge)) else { return false }
        return (read - edge).magnitude <= 1e-9 * narrowest
      }
      if isExact { return (decimals, true) }
    }
    return (first + 1, false)
  }

  /// The edges with so many decimals: the first one rounded down, the last one up, so that no value
  /// lies outside.
  private static func texts(of edges: [Double], decimals: Int) -> [String] {
    let format = NumberFormat.decimals(decimals)
    return edges.map { edge in
      let text = format.text(of: edge)
      guard let read = Double(text) else { return text }
      let unit = Double("1e-\(decimals)") ?? 0
      if edge == edges.first && read > edge { return format.text(of: read - unit) }
      if edge == edges.last && read < edge { return format.text(of: read + unit) }
      return text
    }
  }
}
