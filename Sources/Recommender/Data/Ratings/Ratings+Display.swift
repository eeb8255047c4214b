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
      columns: ["user", "item", "rating", Table.Column("title", maximumWidth: 50)],
      rows: shown.map { row in
        [users[row], items[row], values[row], title(of: Int(items[row]))]
      },
      caption: "\(size) of \(format(itemCount)) items\(skippedPart)\(part)", limit: .none)
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
    let rows: [(String, String)] = [
      ("ratings", format(count)),
      ("users", format(userCount)),
      ("items", format(itemCount)),
      ("cells of the grid with a rating, %", format(100 * Double(count) / cells, decimals: 2)),
      ("mean rating", format(meanRating, decimals: 3)),
      ("ratings by the least active user", format(counts.min() ?? 0)),
      ("ratings by the most active user", format(counts.max() ?? 0)),
    ]
    return Table(
      columns: [.rowHeader("figure"), Table.Column("value", alignment: .trailing)],
      rows: rows.map { [$0.0, $0.1] }, caption: name)
  }
}
