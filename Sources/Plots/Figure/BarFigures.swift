import Display

/// The figures written beside bars: few digits, and the same number of decimals for all.
struct BarFigures {
  let texts: [String]

  init(_ values: [Double]) {
    let finite = values.filter(\.isDrawable)
    let largest = finite.map(\.magnitude).max() ?? 0
    let format: NumberFormat
    if finite.allSatisfy({ $0 == $0.rounded() }) && largest < 1e15 {
      format = .decimals(0).grouped
    } else if largest >= 1e7 || largest < 0.001 {
      format = .significantDigits(3)
    } else {
      format = .decimals(BarFigures.decimals(for: largest)).grouped
    }
    texts = values.map(format.text)
  }

  /// Four digits for the largest value.
  private static func decimals(for largest: Double) -> Int {
    switch largest {
    case 1000...: 0
    case 100...: 1
    case 10...: 2
    case 0.1...: 3
    default: 4
    }
  }
}
