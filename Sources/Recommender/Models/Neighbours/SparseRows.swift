/// A matrix of which few elements are known, row by row: a user's items with their ratings.
struct SparseRows {
  let starts: [Int]
  let columns: [Int]
  let values: [Double]

  /// - Parameters:
  ///   - groups: for each row of the matrix the elements that belong to it.
  ///   - columns: of each element.
  ///   - values: of each element.
  init(_ groups: RowGroups, columns: [Int32], values: [Double]) {
    var starts = [0]
    var order: [Int] = []
    for group in 0..<groups.count {
      // Sums over what two rows have in common then have one order, whichever row comes first.
      order += groups[group].sorted { (columns[$0], $0) < (columns[$1], $1) }
      starts.append(order.count)
    }
    self.starts = starts
    self.columns = order.map { Int(columns[$0]) }
    self.values = order.map { values[$0] }
  }

  var rowCount: Int { starts.count - 1 }

  /// The places of a row's elements in `columns` and `values`.
  func places(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
}
