extension Plot.HeatMap {
  /// The map with at most so many rows and columns: where it has more, each cell is the mean of a
  /// block, without what is missing in it.
  func averaged(rows mostRows: Int, columns mostColumns: Int) -> (map: Self, block: (Int, Int)) {
    let height = Self.block(values.count, mostRows)
    let breadth = Self.block(width, mostColumns)
    if height == 1 && breadth == 1 { return (self, (1, 1)) }
    let top = Array(stride(from: 0, to: values.count, by: height))
    let left = Array(stride(from: 0, to: width, by: breadth))
    let means = top.map { row in
      left.map { column in
        mean(
          row..<min(row + height, values.count), column..<min(column + breadth, width))
      }
    }
    let map = Plot.HeatMap(
      values: means, rows: rows.isEmpty ? [] : top.map { rows[$0] },
      columns: columns.isEmpty ? [] : left.map { columns[$0] })
    return (map, (height, breadth))
  }

  private static func block(_ count: Int, _ most: Int) -> Int {
    max(1, (count + most - 1) / max(1, most))
  }

  private func mean(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
    let known = rows.flatMap { row in columns.map { values[row][$0] } }.filter(\.isDrawable)
    return known.isEmpty ? .nan : known.reduce(0) { $0 + $1 / Double(known.count) }
  }

  /// What a reader must know of averaged cells, nil where there are none.
  static func note(on block: (Int, Int)) -> String? {
    block == (1, 1)
      ? nil : "Each cell is the mean of a block of \(block.0) × \(block.1) values."
  }
}
