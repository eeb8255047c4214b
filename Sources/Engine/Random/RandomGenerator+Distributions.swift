import CKernels

extension RandomGenerator {
  /// A number from the 2²⁴ evenly spaced ones in [0, 1).
  public mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A number in [lowerBound, upperBound).
  public mutating func uniform(in range: Range<Float>) -> Float {
    let value = range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    // Rounding may reach the upper bound, which is not part of the range.
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// A number from the 2⁵³ evenly spaced ones in [0, 1).
  public mutating func uniformDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from the normal distribution, by Box and Muller's method in double precision.
  /// Takes two words.
  public mutating func normal(mean: Float = 0, standardDeviation: Float = 1) -> Float {
    // The half keeps the logarithm away from zero.
    let first = (Double(nextWord()) + 0.5) * 0x1p-32
    let turns = Double(nextWord()) * 0x1p-32
    let radius = (-2 * lectern_log_f64(first)).squareRoot()
    return mean + standardDeviation * Float(radius * lectern_cos_turns_f64(turns))
  }

  /// A whole number in 0..<bound, each equally likely.
  public mutating func integer(below bound: Int) -> Int {
    if bound < 1 { fatalError("integer(below:): the bound must be positive, it is \(bound)") }
    // Lemire's method: the upper half of a product; the few values that would favour some
    // results are drawn again.
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    let unfair = (0 &- bound) % bound
    while product.low < unfair { product = next().multipliedFullWidth(by: bound) }
    return Int(product.high)
  }

  /// The numbers 0..<count in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
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
