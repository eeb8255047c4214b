import Display

/// The figures in the cells of a heat map, all with the same number of decimals.
struct HeatMapFigures {
  /// Blank where a value is missing.
  let texts: [[String]]

  /// - Parameter digits: of the largest value, where the values have more.
  init(_ values: [[Double]], digits: Int) {
    let known = values.joined().filter(\.isDrawable)
    let largest = known.map(\.magnitude).max() ?? 0
    let isWhole = known.allSatisfy { $0 == $0.rounded() }
    let isPlain = largest < 1e6 && (largest >= 0.001 || largest == 0)
    let format: NumberFormat
    if isWhole && isPlain {
      format = .decimals(0)
    } else if isPlain {
      let whole = largest >= 1 ? Int(log10(largest).rounded(.down)) + 1 : 0
      let needed = known.map { DecimalDigits($0).decimals }.max() ?? 0
      format = .decimals(min(needed, max(0, digits - whole)))
    } else {
      format = .significantDigits(digits)
    }
    texts = values.map { $0.map { $0.isDrawable ? format.text(of: $0) : "" } }
  }

  var widest: Int { texts.joined().map(\.terminalWidth).max() ?? 0 }
}
