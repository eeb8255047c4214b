import Display

extension SheetView {
  /// The cells as aligned text: in columns with numbers all numbers have their points in line
  /// and texts stand to the right, other texts to the left. As wide as it needs to be.
  var text: String {
    let table = table
    let shown = limited(table.rows.map { $0.map(Self.entry) }, to: table.limit)
    var columns = table.columns.indices.map { column in
      lines(
        title: table.columns[column].title, cells: shown.cells.map { $0[column] },
        isNumeric: column == 0 || table.columns[column].alignment == .trailing)
    }
    if let omitted = shown.omitted {
      for column in columns.indices { columns[column].insert("", at: omitted + 2) }
      columns[0][omitted + 2] = "…"
    }
    let body = columns[0].indices.map { line in
      trimmed(columns.map { $0[line].padded(to: $0[1].count) }.joined(separator: "  "))
    }
    return ((caption.map { [$0, ""] } ?? []) + body).joined(separator: "\n")
  }

  private static func entry(_ cell: Table.Cell) -> Entry {
    switch cell {
    case .missing: Entry(text: "", isNumber: false)
    case .text(let text): Entry(text: text, isNumber: false)
    case .integer(let value): Entry(text: String(value), isNumber: true)
    case .number(_, let text): Entry(text: text, isNumber: true)
    }
  }

  private struct Entry {
    var text: String
    var isNumber: Bool

    /// The point and what follows.
    var decimals: Int { isNumber ? text.drop { $0 != "." && $0 != "E" }.count : 0 }
  }

  /// The rows that are shown, and before which of them others are left out.
  private func limited(
    _ rows: [[Entry]], to limit: Table.RowLimit
  ) -> (cells: [[Entry]], omitted: Int?) {
    guard rows.count > limit.first + limit.last else { return (rows, nil) }
    return (Array(rows.prefix(limit.first) + rows.suffix(limit.last)), limit.first)
  }

  /// One column: its title, a rule, its cells.
  private func lines(title: String, cells: [Entry], isNumeric: Bool) -> [String] {
    let decimals = cells.map(\.decimals).max() ?? 0
    let texts = cells.map { cell in
      guard isNumeric, cell.isNumber else { return cell.text }
      return cell.text + String(repeating: " ", count: decimals - cell.decimals)
    }
    let width = texts.map(\.terminalWidth).reduce(title.count, max)
    return [title.padded(to: width, trailing: isNumeric), String(repeating: "─", count: width)]
      + texts.map { $0.padded(to: width, trailing: isNumeric) }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
