/// The edges of histogram bins, ascending, and the counts between them.
struct BinEdges {
  static let mostBins = 10_000

  let values: [Double]

  init(_ values: [Double]) { self.values = values }

  /// `bins` bins of the same width over `range`.
  init(dividing range: Interval, into bins: Int) {
    let ends = (Fraction(range.lower), Fraction(range.upper))
    values = (0...bins).map { index in
      if index == 0 { return range.lower }
      if index == bins { return range.upper }
      if let start = ends.0, let end = ends.1,
        let edge = Fraction.between(start, end, index, of: bins)
      {
        return edge
      }
      return range.lower + range.length * Double(index) / Double(bins)
    }
  }

  /// Multiples of a round step that hold all of `range`.
  init(coveringWith step: DecimalStep, _ range: Interval) {
    var first = step.index(below: range.lower)
    var last = max(step.index(above: range.upper), first + 1)
    // The indices are found with a hair of tolerance, which must not leave a value out.
    while step.value(first) > range.lower { first -= 1 }
    while step.value(last) < range.upper { last += 1 }
    values = (first...last).map(step.value)
  }

  /// Bins of a width from `start` on, up or down, that hold all of `range`; stops the program
  /// where there are none or too many.
  init(width: Double, startingAt start: Double, covering range: Interval) {
    if !(width > 0) || !width.isDrawable {
      fatalError("Plot.histogram: a width of \(width); it must be a positive number")
    }
    if !start.isDrawable { fatalError("Plot.histogram: bins cannot start at \(start)") }
    let edge = BinEdges.edge(width: width, startingAt: start)
    var first = ((range.lower - start) / width).rounded(.down)
    var last = ((range.upper - start) / width).rounded(.down) + 1
    let count = last - first
    if !(count <= Double(BinEdges.mostBins)) {
      fatalError(
        "Plot.histogram: a width of \(width) makes more than \(BinEdges.mostBins) bins; "
          + "give a greater one")
    }
    guard first.magnitude < 9e15, last.magnitude < 9e15, edge(Int(first)) < edge(Int(first) + 1)
    else {
      fatalError(
        "Plot.histogram: a width of \(width) is too fine for values as large as \(range.upper)")
    }
    // A quotient that was rounded may point to the bin beside.
    while edge(Int(first)) > range.lower { first -= 1 }
    while edge(Int(first) + 1) <= range.lower { first += 1 }
    while edge(Int(last)) <= range.upper { last += 1 }
    while edge(Int(last) - 1) > range.upper { last -= 1 }
    values = (Int(first)...Int(last)).map(edge)
  }

  private static func edge(width: Double, startingAt start: Double) -> (Int) -> Double {
    let fractions = (Fraction(width), Fraction(start))
    return { index in
      if let width = fractions.0, let start = fractions.1,
        let edge = Fraction.multiple(index, of: width, from: start)
      {
        return edge
      }
      return start + Double(index) * width
    }
  }

  /// How many values lie from each edge up to, but not including, the next; the last bin
  /// includes its upper end.
  ///
  /// - Parameter nearest: rounds an edge to the values' own precision: 0.7 as a `Float` lies on
  ///   the edge 0.7.
  func counts(of numbers: [Double], nearest: (Double) -> Double) -> [Int] {
    let edges = values.map(nearest)
    var counts = Array(repeating: 0, count: edges.count - 1)
    for number in numbers where number >= edges[0] && number <= edges[edges.count - 1] {
      counts[min(BinEdges.lastIndex(in: edges, notAbove: number), counts.count - 1)] += 1
    }
    return counts
  }

  private static func lastIndex(in edges: [Double], notAbove value: Double) -> Int {
    var (low, high) = (0, edges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
