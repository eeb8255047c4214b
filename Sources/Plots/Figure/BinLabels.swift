import Display

/// The labels of histogram bins: `0.5 – 1.0`, all with the decimals that their edges need.
struct BinLabels {
  let texts: [String]

  init(_ bins: [Plot.Bin]) {
    let edges = bins.flatMap { [$0.lower, $0.upper] }
    let format = BinLabels.format(edges)
    texts = bins.map { format.text(of: $0.lower) + " – " + format.text(of: $0.upper) }
  }

  private static func format(_ edges: [Double]) -> NumberFormat {
    let largest = edges.map(\.magnitude).max() ?? 0
    if largest >= 1e7 { return .significantDigits(4) }
    let narrowest = zip(edges, edges.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    if narrowest < 1e-5 { return .significantDigits(4) }
    // As many decimals as the edges have, at most two more than tell them apart.
    let first = max(0, -Int(log10(narrowest).rounded(.down)))
    for decimals in first...first + 2 {
      let format = NumberFormat.decimals(decimals)
      let isExact = edges.allSatisfy { edge in
        guard let read = Double(format.text(of: edge)) else { return false }
        return (read - edge).magnitude <= 1e-9 * narrowest
      }
      if isExact { return format }
    }
    return .decimals(first + 1)
  }
}
