import Display

/// Ticks of a logarithmic axis: powers of ten; with 2 and 5 between them on a short axis; those
/// of a linear axis where even that gives too few.
struct LogarithmicTicks {
  let ticks: [Axis.Tick]

  init(_ interval: Interval, count: Int) {
    let first = Int((log10(interval.lower) + 1e-9).rounded(.down))
    let last = Int((log10(interval.upper) - 1e-9).rounded(.up))
    let decades = last - first
    if decades > count {
      // Every second, third, … power of ten, always the same ones whatever the range.
      let stride = [2, 3, 5, 10, 20, 50, 100].first { $0 * count >= decades } ?? 200
      ticks = LogarithmicTicks.ticks([1], (first...last).filter { $0 % stride == 0 }, interval)
      return
    }
    let digits = decades <= 2 ? [1, 2, 5] : [1]
    let round = LogarithmicTicks.ticks(digits, Array(first...last), interval)
    if round.count >= 3 {
      ticks = round
    } else {
      let step = DecimalStep(dividing: interval.widenedIfEmpty, into: count)
      let last = step.index(below: interval.upper)
      let largest = step.value(last)
      ticks = stride(from: max(1, step.index(above: interval.lower)), through: last, by: 1).map {
        Axis.Tick(value: step.value($0), label: step.label($0, largest: largest))
      }
    }
  }

  private static func ticks(
    _ digits: [Int], _ exponents: [Int], _ interval: Interval
  ) -> [Axis.Tick] {
    // A tick at the very end of the range must not fall to a rounding error.
    let (lower, upper) = (interval.lower * (1 - 1e-9), interval.upper * (1 + 1e-9))
    let placed = exponents.flatMap { exponent in
      digits.compactMap { digit -> (digit: Int, exponent: Int, value: Double)? in
        guard let value = Double("\(digit)e\(exponent)"), value >= lower, value <= upper else {
          return nil
        }
        return (digit, exponent, value)
      }
    }
    // 10,000 does not stand beside 1e6, nor 0.001 beside 1e-6.
    let isWide = placed.contains { !(-4..<6).contains($0.exponent) }
    let plain = isWide ? -2..<4 : -4..<6
    // As on a linear axis: 1,000 beside 10,000, but 1000 alone.
    let isGrouped = !isWide && placed.contains { $0.exponent >= 4 }
    return placed.map {
      guard plain.contains($0.exponent) else {
        return Axis.Tick(value: $0.value, label: "\($0.digit)e\($0.exponent)")
      }
      let format = NumberFormat.decimals(max(0, -$0.exponent))
      return Axis.Tick(
        value: $0.value, label: (isGrouped ? format.grouped : format).text(of: $0.value))
    }
  }
}
