// The mean and the spread of plain numbers, as lessons have them in arrays: results of several
// runs, ratings of a user.
extension Collection where Element: BinaryFloatingPoint {
  /// The mean, Σ x / n; NaN when there are no numbers.
  ///
  /// The sum is in double precision, in the order of the elements.
  public var mean: Element { Element(preciseMean) }

  /// The standard deviation, √(Σ (x − mean)² / (n − 1)): how far the numbers usually lie from their
  /// mean. NaN when there are fewer than two.
  ///
  /// It divides by n − 1, as ``Tensor/standardDeviation(unbiased:)``, PyTorch and `STDEV` of a sheet
  /// do unless told otherwise; NumPy's `std` divides by n. Sums are in double precision.
  public var standardDeviation: Element {
    if count < 2 { return .nan }
    let mean = preciseMean
    let squares = reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return Element((squares / Double(count - 1)).squareRoot())
  }

  private var preciseMean: Double {
    reduce(0.0) { $0 + Double($1) } / Double(count)
  }
}
