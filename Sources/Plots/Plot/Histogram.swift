extension Plot {
  /// How many values lie from `lower` up to, but not including, `upper`; the last bin includes
  /// its upper end.
  public struct Bin: Sendable, Equatable {
    public var lower: Double
    public var upper: Double
    public var count: Int

    public init(lower: Double, upper: Double, count: Int) {
      self.lower = lower
      self.upper = upper
      self.count = count
    }
  }

  /// A histogram with bins of a round width, narrower the more values there are.
  public static func histogram(_ values: [Double]) -> Plot {
    let finite = drawable(values)
    guard let range = Interval(of: finite)?.widenedIfEmpty else { return Plot(.histogram([])) }
    let step = DecimalStep(dividing: range, into: suggestedBins(finite.count))
    let last = max(step.index(above: range.upper), step.index(below: range.lower) + 1)
    return histogram(finite, edges: (step.index(below: range.lower)...last).map(step.value))
  }

  /// A histogram with `bins` bins of the same width from the least value to the greatest.
  public static func histogram(
    _ values: [Double], bins: Int
  ) -> Plot {
    if bins < 1 { fatalError("Plot.histogram: \(bins) bins") }
    let finite = drawable(values)
    guard let range = Interval(of: finite)?.widenedIfEmpty else { return Plot(.histogram([])) }
    let edges = (0...bins).map { index in
      index == bins ? range.upper : range.lower + range.length * Double(index) / Double(bins)
    }
    return histogram(finite, edges: edges)
  }

  /// A histogram with bins of a given width, as many as the values need.
  ///
  /// - Parameter start: where one of the bins begins: 0.25 with a width of 0.5 centres the bins
  ///   on 0.5, 1, 1.5 …
  public static func histogram(
    _ values: [Double], width: Double, startingAt start: Double = 0
  ) -> Plot {
    if !(width > 0) { fatalError("Plot.histogram: a width of \(width)") }
    let finite = drawable(values)
    guard let range = Interval(of: finite) else { return Plot(.histogram([])) }
    let first = ((range.lower - start) / width).rounded(.down)
    let count = ((range.upper - start) / width).rounded(.down) - first + 1
    if count > 10_000 { fatalError("Plot.histogram: a width of \(width) makes \(count) bins") }
    let edges = (0...Int(count)).map { start + (first + Double($0)) * width }
    return histogram(finite, edges: edges)
  }

  private static func drawable(_ values: [Double]) -> [Double] {
    values.filter(\.isDrawable)
  }

  /// Counts the values between ascending edges; those outside are not counted.
  private static func histogram(_ values: [Double], edges: [Double]) -> Plot {
    var counts = Array(repeating: 0, count: edges.count - 1)
    for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
      counts[min(lastIndex(in: edges, notAbove: value), counts.count - 1)] += 1
    }
    return Plot(
      .histogram(
        counts.indices.map { Bin(lower: edges[$0], upper: edges[$0 + 1], count: counts[$0]) }))
  }

  private static func lastIndex(in edges: [Double], notAbove value: Double) -> Int {
    var (low, high) = (0, edges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// Twice the cube root of the number of values (Rice's rule), from 5 to 30.
  private static func suggestedBins(_ count: Int) -> Int {
    var root = 2
    while root < 15 && root * root * root < count { root += 1 }
    return max(5, 2 * root)
  }
}
