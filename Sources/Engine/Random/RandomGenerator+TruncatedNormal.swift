import CKernels

extension RandomGenerator {
  /// A number from a normal distribution of which only what lies in `range` is left. Mean and
  /// standard deviation are those of the whole distribution.
  ///
  /// Numbers are drawn until one is accepted, so how many words it takes varies.
  public mutating func truncatedNormal(
    mean: Float, standardDeviation: Float, in range: ClosedRange<Float>
  ) -> Float {
    if !(standardDeviation > 0) {
      stop("truncatedNormal", "the standard deviation must be above 0, not \(standardDeviation)")
    }
    checkNormal("truncatedNormal", mean, standardDeviation)
    let isMostlyInside =
      range.contains(mean - standardDeviation) && range.contains(mean + standardDeviation)
    if isMostlyInside {
      while true {
        let value = normal(mean: mean, standardDeviation: standardDeviation)
        if range.contains(value) { return value }
      }
    }
    return evenlyProposed(Double(mean), Double(standardDeviation), range)
  }

  /// For a range that normal numbers would often miss: evenly spread ones, each accepted with its
  /// density's share of the largest density in the range.
  private mutating func evenlyProposed(
    _ mean: Double, _ deviation: Double, _ range: ClosedRange<Float>
  ) -> Float {
    // Beyond 10 deviations from the nearest point nothing is left that could be seen.
    let nearest = min(max(mean, Double(range.lowerBound)), Double(range.upperBound))
    let lower = max(Double(range.lowerBound), min(nearest, mean) - 10 * deviation)
    let upper = min(Double(range.upperBound), max(nearest, mean) + 10 * deviation)
    let distance = (nearest - mean) / deviation
    while true {
      let value = lower + (upper - lower) * uniformDouble()
      let z = (value - mean) / deviation
      if uniformDouble() <= lectern_exp_f64((distance * distance - z * z) / 2) {
        return min(max(Float(value), range.lowerBound), range.upperBound)
      }
    }
  }
}
