extension Table {
  /// The table as aligned text, at most 80 cells wide where cutting text and breaking headers
  /// makes that possible; numbers are never cut. The header is underlined.
  public var text: String { TableText(self).lines.joined(separator: "\n") }
}

/// Lays out one table as text.
private struct TableText {
  private static let maximumWidth = 80
  /// Text columns are not cut to less than this to make a table fit.
  private static let narrowestText = 12
  private static let gap = "  "

  private let table: Table
  private let shown: (first: [[String]], omitted: Int, last: [[String]])
  private let isNumeric: [Bool]
  private var headers: [[String]]
  private var widths: [Int]

  init(_ table: Table) {
    self.table = table
    let columns = table.columns.indices
    isNumeric = columns.map(table.isNumeric)
    let rows = table.shownRows
    var cells = (Array(rows.first) + rows.last).map { row in
      columns.map { table.text(of: row[$0], in: table.columns[$0]) }
    }
    for index in columns where isNumeric[index] { TableText.alignPoints(of: index, in: &cells) }
    shown = (Array(cells.prefix(rows.first.count)), rows.omitted, cells.suffix(rows.last.count))
    headers = table.columns.map { [$0.title.onOneLine] }
    widths = columns.map { index in
      let widest = cells.lazy.map { $0[index].terminalWidth }.max() ?? 0
      return min(widest, table.columns[index].maximumWidth ?? .max)
    }
    fit()
  }

  var lines: [String] {
    var lines = table.caption.map { [$0.onOneLine, ""] } ?? []
    if table.columns.isEmpty { return lines }
    lines += headerLines
    lines.append(line(widths.map { String(repeating: "─", count: $0) }))
    lines += shown.first.map(line)
    if shown.omitted > 0 { lines.append("… \(format(shown.omitted)) more rows …") }
    return lines + shown.last.map(line)
  }

  /// The headers, last lines level.
  private var headerLines: [String] {
    let height = headers.map(\.count).max() ?? 0
    return (0..<height).map { row in
      line(headers.map { row < height - $0.count ? "" : $0[row - height + $0.count] })
    }
  }

  private func line(_ cells: [String]) -> String {
    zip(cells.indices, cells).map { index, cell in
      cell.truncated(to: widths[index]).padded(to: widths[index], trailing: isNumeric[index])
    }
    .joined(separator: TableText.gap).withoutTrailingBlanks
  }

  /// Chooses the widths: as wide as cells and headers ask for if that fits, else with headers
  /// broken between words, else with the widest columns of text cut.
  private mutating func fit() {
    let bodyWidths = widths
    widths = widths.indices.map { max(bodyWidths[$0], headerWidth($0)) }
    guard excess > 0 else { return }
    for index in headers.indices {
      headers[index] = TableText.wrap(headers[index][0], to: bodyWidths[index])
      widths[index] = max(bodyWidths[index], headerWidth(index))
    }
    while excess > 0, let widest = widestText, widths[widest] > TableText.narrowestText {
      widths[widest] -= 1
    }
  }

  private var excess: Int {
    let gaps = (widths.count - 1) * TableText.gap.count
    return widths.reduce(0, +) + gaps - TableText.maximumWidth
  }

  private var widestText: Int? {
    widths.indices.filter { !isNumeric[$0] }.max { widths[$0] < widths[$1] }
  }

  private func headerWidth(_ index: Int) -> Int {
    headers[index].map(\.terminalWidth).max() ?? 0
  }

  /// Breaks `title` between words into lines of at most `width` cells, or of its longest word.
  private static func wrap(_ title: String, to width: Int) -> [String] {
    var lines: [String] = []
    let words = title.split(separator: " ").map(String.init)
    let width = max(width, words.map(\.terminalWidth).max() ?? 0)
    for word in words {
      if let last = lines.last, (last + " " + word).terminalWidth <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Puts blanks after numbers so that their decimal points stand below each other.
  private static func alignPoints(of column: Int, in cells: inout [[String]]) {
    func decimals(_ cell: String) -> Int {
      cell.drop { $0 == "-" || $0 == "," || $0.isNumber }.count
    }
    // Words such as NaN have no point and stand at the end of the whole part.
    func isDigits(_ cell: String) -> Bool { cell.contains { $0.isNumber } }
    let tails = cells.map { isDigits($0[column]) ? decimals($0[column]) : 0 }
    let longest = tails.max() ?? 0
    for row in cells.indices where !cells[row][column].isEmpty {
      cells[row][column] += String(repeating: " ", count: longest - tails[row])
    }
  }
}
