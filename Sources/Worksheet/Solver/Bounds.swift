extension Solver {
  /// The numbers that cells may take.
  public struct Bounds: Sendable, Equatable {
    public let cells: CellRange
    public let lower: Double
    public let upper: Double

    func nearest(to number: Double) -> Double { max(lower, min(upper, number)) }
  }

  /// Keeps every changing cell of a range from the lower bound to the upper. A cell that begins
  /// outside is first moved to the nearest bound; of several bounds all hold.
  ///
  ///     solver.keep("B2:B6", in: 0...100)
  public mutating func keep(
    _ reference: String, in range: ClosedRange<Double>, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    keep(reference, range.lowerBound, range.upperBound, file, line)
  }

  /// The same with a lower bound alone: `solver.keep("B2", in: 0...)`.
  public mutating func keep(
    _ reference: String, in range: PartialRangeFrom<Double>, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    keep(reference, range.lowerBound, .infinity, file, line)
  }

  /// The same with an upper bound alone: `solver.keep("B2", in: ...100)`.
  public mutating func keep(
    _ reference: String, in range: PartialRangeThrough<Double>, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    keep(reference, -.infinity, range.upperBound, file, line)
  }

  private mutating func keep(
    _ reference: String, _ lower: Double, _ upper: Double, _ file: StaticString, _ line: UInt
  ) {
    let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
    guard lower <= upper, lower < .infinity, upper > -.infinity else {
      stop("no number is from \(lower) to \(upper), as \(range) should be", file, line)
    }
    let contrary = bounds.filter { other in
      other.cells.addresses.contains(where: range.contains)
        && (other.upper < lower || other.lower > upper)
    }
    if let other = contrary.first {
      stop(
        "\(range) cannot be from \(lower) to \(upper): \(other.cells) is kept from "
          + "\(other.lower) to \(other.upper)", file, line)
    }
    add(Bounds(cells: range, lower: lower, upper: upper))
  }

  /// The bounds of each cell, all taken together.
  func limits(of cells: [CellAddress]) -> [ClosedRange<Double>] {
    cells.map { cell in
      let own = bounds.filter { $0.cells.contains(cell) }
      let lower = own.map(\.lower).max() ?? -.infinity
      return lower...max(lower, own.map(\.upper).min() ?? .infinity)
    }
  }
}

extension ClosedRange<Double> {
  func nearest(to number: Double) -> Double { Swift.max(lowerBound, Swift.min(upperBound, number)) }

  /// Whether a cell at `number` is at a bound and would be moved out of it against `slope`.
  func blocks(_ number: Double, slope: Double) -> Bool {
    (number <= lowerBound && slope > 0) || (number >= upperBound && slope < 0)
  }
}
