import CKernels

extension RandomGenerator {
  /// A number from the 2²⁴ evenly spaced ones in [0, 1).
  public mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A number in [lowerBound, upperBound). Both bounds must be finite, and the range not empty.
  public mutating func uniform(in range: Range<Float>) -> Float {
    let width = range.upperBound - range.lowerBound
    if !(width > 0 && width < .infinity) { return uniform(inWide: range) }
    let value = range.lowerBound + uniform() * width
    // Rounding may reach the upper bound, which is not part of the range.
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// For a range whose width no float holds.
  private mutating func uniform(inWide range: Range<Float>) -> Float {
    if range.isEmpty { stop("uniform", "the range \(range) is empty") }
    if !range.lowerBound.isFinite || !range.upperBound.isFinite {
      stop("uniform", "the range \(range) is not finite: no number would be as likely as another")
    }
    let (lower, upper) = (Double(range.lowerBound), Double(range.upperBound))
    let value = Float(lower + Double(uniform()) * (upper - lower))
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// A number from the 2⁵³ evenly spaced ones in [0, 1).
  public mutating func uniformDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from the normal distribution, by Box and Muller's method in double precision.
  /// Takes two words.
  ///
  /// - Parameter standardDeviation: 0 or more, and so that 7 of them fit a `Float`.
  public mutating func normal(mean: Float = 0, standardDeviation: Float = 1) -> Float {
    checkNormal("normal", mean, standardDeviation)
    // The half keeps the logarithm away from zero.
    let first = (Double(nextWord()) + 0.5) * 0x1p-32
    let turns = Double(nextWord()) * 0x1p-32
    let radius = (-2 * lectern_log_f64(first)).squareRoot()
    return mean + standardDeviation * Float(radius * lectern_cos_turns_f64(turns))
  }

  /// A whole number in 0..<bound, each equally likely.
  public mutating func integer(below bound: Int) -> Int {
    if bound < 1 { fatalError("integer(below:): the bound must be positive, it is \(bound)") }
    return Int(word(below: UInt64(bound)))
  }

  /// A whole number in `range`, each equally likely, whatever the width.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    let offset = width == .max ? next() : word(below: width + 1)
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// A whole number in `range`, which must not be empty.
  public mutating func integer(in range: Range<Int>) -> Int {
    if range.isEmpty { stop("integer(in:)", "the range \(range) is empty") }
    return integer(in: ClosedRange(range))
  }

  /// Lemire's method: the upper half of a product; the few values that would favour some results
  /// are drawn again.
  private mutating func word(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    let unfair = (0 &- bound) % bound
    while product.low < unfair { product = next().multipliedFullWidth(by: bound) }
    return product.high
  }

  /// The numbers 0..<count in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    if count < 0 { stop("permutation", "there are no \(count) numbers to put into order") }
    var numbers = Array(0..<count)
    shuffle(&numbers)
    return numbers
  }

  /// Puts `elements` into random order (Fisher and Yates, from the end).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }
}

extension RandomGenerator {
  /// Stops the program for a mean and a standard deviation whose numbers no `Float` holds.
  func checkNormal(_ operation: String, _ mean: Float, _ deviation: Float) {
    // No number is farther than 6.8 deviations from the mean.
    if deviation >= 0 && (mean.magnitude + 7 * deviation).isFinite { return }
    if !(deviation >= 0) {
      stop(operation, "the standard deviation must be 0 or more, not \(deviation)")
    }
    stop(
      operation,
      "numbers with the mean \(mean) and the standard deviation \(deviation) do not fit a Float")
  }
}
