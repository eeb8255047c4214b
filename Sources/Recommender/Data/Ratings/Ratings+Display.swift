import Display

extension Ratings: Displayable {
  /// The first rows as a table.
  public var representations: Representations { table(rows: 5).representations }

  /// The first rows as a table: indices, rating, title.
  ///
  /// - Parameter count: how many rows at most.
  public func table(rows count: Int) -> Table {
    let shown = 0..<min(max(count, 0), self.count)
    let size = "\(name): \(format(self.count)) ratings by \(format(userCount)) users"
    let part = shown.count < self.count ? "; the first \(format(shown.count))" : ""
    return Table(
      shown, caption: "\(size) of \(format(itemCount)) items\(skippedPart)\(part)", limit: .none
    ) {
      Column("user") { row in users[row] }
      Column("item") { row in items[row] }
      Column("rating") { row in values[row] }
      Column("title", maximumWidth: 50) { row in title(of: Int(items[row])) }
    }
  }

  private var skippedPart: String {
    switch skippedRows.count {
    case 0: ""
    case 1: "; 1 bad row skipped"
    case let count: "; \(format(count)) bad rows skipped"
    }
  }

  /// What there is to know of the whole: counts, mean, how full the grid of users and items is.
  public var summary: Table {
    let cells = Double(userCount) * Double(itemCount)
    let counts = userCounts.filter { $0 > 0 }
    return Table(
      columns: [.rowHeader("figure"), Table.Column("value", alignment: .trailing)], caption: name
    ) {
      Row("ratings", format(count))
      Row("users", format(userCount))
      Row("items", format(itemCount))
      Row("cells of the grid with a rating, %", format(100 * Double(count) / cells, decimals: 2))
      Row("mean rating", format(meanRating, decimals: 3))
      Row("ratings by the least active user", format(counts.min() ?? 0))
      Row("ratings by the most active user", format(counts.max() ?? 0))
    }
  }
}
