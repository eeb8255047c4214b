import Engine

/// A row of factors for each user, or each item, in double precision.
struct FactorTable: Sendable {
  let count: Int
  let width: Int
  private(set) var scalars: [Double]

  init(count: Int, width: Int) {
    self.count = count
    self.width = width
    scalars = [Double](repeating: 0, count: count * width)
  }

  init(_ rows: [[Double]], width: Int) {
    count = rows.count
    self.width = width
    scalars = rows.flatMap { $0 }
  }

  /// Normally distributed numbers with a deviation of 0.1.
  static func random(
    count: Int, width: Int, using random: inout RandomGenerator
  ) -> FactorTable {
    var table = FactorTable(count: count, width: width)
    for index in table.scalars.indices {
      table.scalars[index] = Double(random.normal(standardDeviation: 0.1))
    }
    return table
  }

  subscript(row: Int) -> ArraySlice<Double> {
    get { scalars[row * width..<(row + 1) * width] }
    set { scalars.replaceSubrange(row * width..<(row + 1) * width, with: newValue) }
  }

  func product(_ row: Int, with other: ArraySlice<Double>) -> Double {
    zip(self[row], other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Of shape `[count, width]`.
  var tensor: Tensor { Tensor(shape: [count, width], scalars: scalars.map { Float($0) }) }

  /// Stops the program for what no factorization can be made with.
  static func check(
    _ operation: String, _ ratings: Ratings, factors: Int, regularization: Double, sweeps: Int
  ) {
    if ratings.count == 0 { stop(operation, "there are no ratings to learn from") }
    if factors < 1 { stop(operation, "factors is \(factors); it is at least 1") }
    if sweeps < 1 { stop(operation, "sweeps is \(sweeps); it is at least 1") }
    guard regularization > 0, regularization.isFinite else {
      stop(
        operation,
        "regularization is \(regularization); it is positive, otherwise factors of rarely "
          + "rated items are not determined")
    }
  }
}
