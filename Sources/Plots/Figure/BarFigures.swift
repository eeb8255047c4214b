import Display

/// The figures written beside bars, with the same number of decimals for all where that serves.
///
/// Values of few digits are written as they are. Those with digits without end, as calculations
/// give them, are rounded: to about four digits of the largest, never in front of the point.
struct BarFigures {
  let texts: [String]

  /// Beyond so many decimals a value is rounded.
  private static let mostDecimals = 6

  /// The figures of bars with their errors: `0.943 ± 0.012`, or `0.943 (0.930 to 0.960)` where the
  /// error bar is longer on one side.
  static func texts(of bars: [Plot.Bar]) -> [String] {
    let ends = bars.compactMap(\.interval)
    if ends.isEmpty { return BarFigures(bars.map(\.value)).texts }
    let reaches = bars.map { bar -> (below: Double, above: Double)? in
      bar.interval.map { (bar.value - $0.lowerBound, $0.upperBound - bar.value) }
    }
    let lower = bars.map { $0.interval?.lowerBound ?? $0.value }
    let upper = bars.map { $0.interval?.upperBound ?? $0.value }
    let errors = reaches.map { $0?.above ?? 0 }
    let count = bars.count
    let texts = BarFigures(rounding: bars.map(\.value) + lower + upper + errors).texts
    return bars.indices.map { index in
      guard let (below, above) = reaches[index] else { return texts[index] }
      let isEven = (below - above).magnitude <= 1e-9 * max(below.magnitude, above.magnitude)
      return isEven
        ? "\(texts[index]) ± \(texts[3 * count + index])"
        : "\(texts[index]) (\(texts[count + index]) to \(texts[2 * count + index]))"
    }
  }

  /// Values that were added and subtracted, whose last digits say nothing.
  private init(rounding values: [Double]) {
    self.init(values.map { Double(format($0, significantDigits: 12)) ?? $0 })
  }

  init(_ values: [Double]) {
    let finite = values.filter(\.isDrawable)
    let largest = finite.map(\.magnitude).max() ?? 0
    if let decimals = BarFigures.sharedDecimals(finite, largest) {
      texts = values.map(NumberFormat.decimals(decimals).grouped.text)
    } else {
      texts = values.map(BarFigures.text)
    }
  }

  /// The decimals that suit all values, nil where small and large ones have none in common.
  private static func sharedDecimals(_ values: [Double], _ largest: Double) -> Int? {
    if values.allSatisfy({ $0 == $0.rounded() }) && largest < 1e15 { return 0 }
    guard (0.001..<1e15).contains(largest) else { return nil }
    let usual = usualDecimals(for: largest)
    let needed = values.map { digits(of: $0).decimals }.max() ?? 0
    if needed <= mostDecimals { return max(usual, needed) }
    let smallest = values.map(\.magnitude).filter { $0 > 0 }.min() ?? largest
    // Two digits of the smallest value, but only the first among values like 0.156 and 0.002.
    let least = largest >= 10 ? 10.0 : 1.5
    return (usual...usual + 3).first { smallest * power(of: 10, $0) >= least }
  }

  /// Four digits for the largest value.
  private static func usualDecimals(for largest: Double) -> Int {
    switch largest {
    case 1000...: 0
    case 100...: 1
    case 10...: 2
    case 0.1...: 3
    default: 4
    }
  }

  /// A value on its own: whole above 1000, else with four digits; very small and very large ones
  /// with an exponent.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return NumberFormat.shortest.text(of: value) }
    if value == 0 { return "0" }
    let digits = digits(of: value)
    let isPlain = (1e-4..<1e15).contains(value.magnitude)
    if !isPlain {
      return NumberFormat.significantDigits(digits.count <= 9 ? digits.count : 5).text(of: value)
    }
    if digits.decimals <= mostDecimals || digits.count <= 9 {
      return NumberFormat.decimals(digits.decimals).grouped.text(of: value)
    }
    if value.magnitude >= 1000 { return NumberFormat.decimals(0).grouped.text(of: value) }
    return NumberFormat.significantDigits(4).text(of: value)
  }

  /// A double that is also a `Float` of few digits was one: 0.862, not 0.86199998….
  private static func digits(of value: Double) -> DecimalDigits {
    let float = Float(value)
    if Double(float) == value {
      let digits = DecimalDigits(text: "\(float.magnitude)")
      if digits.count <= 6 { return digits }
    }
    return DecimalDigits(value)
  }

  private static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
