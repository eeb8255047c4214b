import Display

/// A text with a table wider than the terminal, whose lines would be broken anywhere: its columns
/// are put below each other in parts that fit, each with the first column.
struct WideTable {
  private let lines: [Substring]
  /// The line of `─` below the headers, whose runs are as wide as the columns.
  private let rule: Int

  /// Nil when `text` is no table.
  init?(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isRule = { (line: Substring) in
      line.hasPrefix("─") && line.contains(" ") && line.allSatisfy { $0 == "─" || $0 == " " }
    }
    guard let rule = lines.firstIndex(where: isRule) else { return nil }
    self.rule = rule
  }

  func fitted(to width: Int) -> String {
    // What stands above the headers, a caption, is followed by a blank line.
    let start = lines[..<rule].lastIndex { $0.isEmpty }.map { $0 + 1 } ?? 0
    let end = lines[rule...].firstIndex { $0.isEmpty } ?? lines.count
    let parts = parts(for: width).map { part in
      lines[start..<end].map { WideTable.cells(of: $0, in: part) }.joined(separator: "\n")
    }
    let before = lines[..<start].map(String.init)
    return (before + [parts.joined(separator: "\n\n")] + lines[end...].map(String.init))
      .joined(separator: "\n")
  }

  /// The places of the columns of each part. A part has two columns at least.
  private func parts(for width: Int) -> [[Range<Int>]] {
    var columns: [Range<Int>] = []
    var position = 0
    for run in lines[rule].split(separator: "  ", omittingEmptySubsequences: false) {
      columns.append(position..<position + run.count)
      position += run.count + 2
    }
    guard let first = columns.first else { return [] }
    var parts: [[Range<Int>]] = []
    var room = 0
    for column in columns.dropFirst() {
      if parts.isEmpty || column.count + 2 > room {
        parts.append([first])
        room = width - first.count
      }
      parts[parts.count - 1].append(column)
      room -= column.count + 2
    }
    return parts
  }

  private static func cells(of line: Substring, in columns: [Range<Int>]) -> String {
    var text = columns.map { cell(of: line, in: $0) }.joined(separator: "  ")[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The characters in these cells of the terminal, filled up with blanks.
  private static func cell(of line: Substring, in columns: Range<Int>) -> String {
    var position = 0
    var text = ""
    for character in line {
      if columns.contains(position) { text.append(character) }
      position += character.terminalWidth
    }
    return text.padded(to: columns.count)
  }
}

extension String {
  /// The text with a table in it that is too wide in parts below each other.
  func fittingTerminal(_ width: Int) -> String {
    let widest = split(separator: "\n").map(\.terminalWidth).max() ?? 0
    guard widest > width, let table = WideTable(self) else { return self }
    return table.fitted(to: width)
  }
}
