/// The decimal logarithm of a positive value from additions, multiplications and divisions
/// alone: the C library's may differ in the last bit from machine to machine, and a point of a
/// drawing with it.
func log10(_ value: Double) -> Double {
  // value = significand · 2^exponent with the significand from √½ to √2.
  var exponent = Double(value.exponent)
  var significand = value.significand
  if significand > 1.414_213_562_373_095_1 {
    significand /= 2
    exponent += 1
  }
  // ln m = 2 (z + z³/3 + z⁵/5 + …) with z = (m − 1) / (m + 1), |z| < 0.172.
  let z = (significand - 1) / (significand + 1)
  let square = z * z
  var series = 0.0
  for term in stride(from: 23, through: 1, by: -2) { series = series * square + 1 / Double(term) }
  let naturalLogarithm = 2 * z * series
  return exponent * 0.301_029_995_663_981_2 + naturalLogarithm * 0.434_294_481_903_251_8
}
