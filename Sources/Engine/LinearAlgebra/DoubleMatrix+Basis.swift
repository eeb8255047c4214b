extension DoubleMatrix {
  /// Gives each column length 1. Those of no length, which have no direction of their own, become
  /// unit vectors orthogonal to all others. There may be no more columns than rows.
  ///
  /// - Parameter lengths: those of the columns, which are orthogonal; 0 for what is left by
  ///   rounding alone.
  mutating func makeOrthonormal(lengths: [Double]) {
    for column in 0..<columns {
      let factor = lengths[column] > 0 ? 1 / lengths[column] : 0
      for index in column * rows..<(column + 1) * rows { scalars[index] *= factor }
    }
    var known = (0..<columns).filter { lengths[$0] > 0 }
    for column in 0..<columns where !(lengths[column] > 0) {
      fill(column, orthogonalTo: known)
      known.append(column)
    }
  }

  /// Makes a column of zeros the unit vector that comes from the axis farthest from the space of
  /// `known` columns, the first of several.
  private mutating func fill(_ column: Int, orthogonalTo known: [Int]) {
    let outside = (0..<rows).map { row in
      known.reduce(1.0) { $0 - self[row, $1] * self[row, $1] }
    }
    var axis = 0
    for row in 0..<rows where outside[row] > outside[axis] + 0x1p-30 { axis = row }
    self[axis, column] = 1
    // Once leaves what rounding adds; twice is enough (Kahan; Parlett, 1980, section 6.9).
    for _ in 0..<2 {
      for other in known {
        let share = product(column, other)
        for row in 0..<rows { self[row, column] -= share * self[row, other] }
      }
    }
    let length = product(column, column).squareRoot()
    for row in 0..<rows { self[row, column] /= length }
  }
}
