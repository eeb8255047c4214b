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
    return exponents.flatMap { exponent in
      digits.compactMap { digit in
        guard let value = Double("\(digit)e\(exponent)"), value >= lower, value <= upper else {
          return nil
        }
        return Axis.Tick(value: value, label: label(digit, exponent))
      }
    }
  }

  private static func label(_ digit: Int, _ exponent: Int) -> String {
    switch exponent {
    case -4..<0: return "0." + String(repeating: "0", count: -exponent - 1) + "\(digit)"
    case 0..<4: return "\(digit)" + String(repeating: "0", count: exponent)
    case 4..<6: return "\(digit)" + String(repeating: "0", count: exponent - 3) + ",000"
    default: return "\(digit)e\(exponent)"
    }
  }
}
