import CKernels
import Engine

extension RandomGenerator {
  /// A number from the standard normal distribution in double precision, by Box and Muller's method.
  mutating func standardNormal() -> Double {
    // The half keeps the logarithm away from zero.
    let first = (Double(nextWord()) + 0.5) * 0x1p-32
    let turns = Double(nextWord()) * 0x1p-32
    return (-2 * lectern_log_f64(first)).squareRoot() * lectern_cos_turns_f64(turns)
  }

  /// A number from the gamma distribution, whose mean is `shape` / `rate`.
  ///
  /// (G. Marsaglia and W. Tsang, *A simple method for generating gamma variables*, 2000.)
  ///
  /// - Parameters:
  ///   - shape: at least 1/3, which all shapes of the sampler are.
  ///   - rate: positive.
  mutating func gamma(shape: Double, rate: Double) -> Double {
    guard shape > 1.0 / 3, shape.isFinite, rate > 0, rate.isFinite else {
      stop("gamma", "the shape is \(shape) and the rate \(rate); 1/3 and 0 are the least")
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = standardNormal()
      let root = 1 + c * z
      if root <= 0 { continue }
      let cube = root * root * root
      // 1 less a number below 1 is never 0.
      let share = 1 - uniformDouble()
      if lectern_log_f64(share) < z * z / 2 + d * (1 - cube + lectern_log_f64(cube)) {
        return d * cube / rate
      }
    }
  }
}
