import Display

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
  ///
  /// The edges of bins are decimal numbers: 0.3 lies on the edge 0.3, and in the bin above it.
  public static func histogram(_ values: [Double]) -> Plot { histogram(HistogramValues(values)) }

  /// A histogram with `bins` bins of the same width from the least value to the greatest.
  public static func histogram(_ values: [Double], bins: Int) -> Plot {
    histogram(HistogramValues(values), bins: bins)
  }

  /// A histogram with bins of a given width, as many as the values need.
  ///
  /// - Parameter start: where one of the bins begins: 0.25 with a width of 0.5 centres the bins
  ///   on 0.5, 1, 1.5 …
  public static func histogram(
    _ values: [Double], width: Double, startingAt start: Double = 0
  ) -> Plot {
    histogram(HistogramValues(values), width: width, startingAt: start)
  }
}

extension Plot {
  static func histogram(_ values: HistogramValues) -> Plot {
    guard let range = values.range?.widenedIfEmpty else { return Plot(.histogram([])) }
    let step = DecimalStep(dividing: range, into: suggestedBins(values.numbers.count))
    return histogram(values, BinEdges(coveringWith: step, range))
  }

  static func histogram(_ values: HistogramValues, bins: Int) -> Plot {
    if bins < 1 { fatalError("Plot.histogram: \(bins) bins; at least one is needed") }
    if bins > BinEdges.mostBins {
      fatalError("Plot.histogram: \(bins) bins; at most \(BinEdges.mostBins) can be drawn")
    }
    guard let range = values.range?.widenedIfEmpty else { return Plot(.histogram([])) }
    return histogram(values, BinEdges(dividing: range, into: bins))
  }

  static func histogram(
    _ values: HistogramValues, width: Double, startingAt start: Double
  ) -> Plot {
    // What is wrong with the width is wrong whatever the values are.
    let range = values.range ?? Interval(start, start)
    let edges = BinEdges(width: width, startingAt: start, covering: range)
    return values.range == nil ? Plot(.histogram([])) : histogram(values, edges)
  }

  private static func histogram(_ values: HistogramValues, _ edges: BinEdges) -> Plot {
    let counts = edges.counts(of: values.numbers, nearest: values.nearest)
    let bins = counts.indices.map {
      Bin(lower: edges.values[$0], upper: edges.values[$0 + 1], count: counts[$0])
    }
    var plot = Plot(.histogram(bins))
    plot.edgeDecimals = BinLabels.decimals(
      for: edges, of: values.numbers, nearest: values.nearest)
    return plot
  }

  /// Twice the cube root of the number of values (Rice's rule), from 5 to 30.
  private static func suggestedBins(_ count: Int) -> Int {
    var root = 2
    while root < 15 && root * root * root < count { root += 1 }
    return max(5, 2 * root)
  }
}

/// What is counted: the values that can be drawn, and how exact numbers of their type are.
struct HistogramValues {
  let numbers: [Double]
  let nearest: (Double) -> Double

  init<Number: PlotNumber>(_ values: some Sequence<Number>) {
    numbers = values.map(\.plotValue).filter(\.isDrawable)
    nearest = Number.nearest
  }

  /// From the least to the greatest value, as decimal numbers: 0.7, not the double of a `Float`.
  var range: Interval? {
    guard let range = Interval(of: numbers) else { return nil }
    return Interval(decimal(range.lower), decimal(range.upper))
  }

  private func decimal(_ value: Double) -> Double {
    // The double itself says it all, unless a shorter one is the same number of the type.
    for digits in 1...9 {
      let text = NumberFormat.significantDigits(digits).text(of: value)
      if let short = Double(text), nearest(short) == value { return short }
    }
    return value
  }
}
