import Engine

/// A row of factors for each user, or each item, in double precision.
struct FactorTable: Sendable {
  let count: Int
  let width: Int
  var scalars: [Double]

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

  /// The products of one row of factors with each row of this table, of its first `length` columns.
  func products(with factors: ArraySlice<Double>, length: Int) -> [Double] {
    factors.withUnsafeBufferPointer { factors in
      scalars.withUnsafeBufferPointer { scalars in
        (0..<count).map { row in
          var sum = 0.0
          for column in 0..<length { sum += scalars[row * width + column] * factors[column] }
          return sum
        }
      }
    }
  }

  mutating func withScalars<Result>(
    _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    scalars.withUnsafeMutableBufferPointer { body($0) }
  }

  mutating func fillLastColumn(with value: Double) {
    for row in 0..<count { scalars[row * width + width - 1] = value }
  }

  /// The columns in the given order.
  func columns(_ order: [Int]) -> FactorTable {
    var table = FactorTable(count: count, width: order.count)
    for row in 0..<count {
      for (column, source) in order.enumerated() {
        table.scalars[row * order.count + column] = scalars[row * width + source]
      }
    }
    return table
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
