/// What the author of a sheet got wrong. The sheet is as it was before.
public enum WorksheetError: Error, Sendable, Equatable {
  /// The formula cannot be read. `offset` counts characters from its `=`.
  case formula(text: String, offset: Int, message: String, advice: String)
  case notAReference(String)
  case rangeTooLarge(CellRange)
  /// What was given does not fill the range.
  case wrongSize(CellRange, rows: Int, columns: Int)
  /// Each cell needs the next, and the last is the first.
  case cycle([CellAddress])
  /// A cell that should hold a number holds something else.
  case notANumber(CellAddress, CellValue)
  /// The Solver's goal does not depend on any of the cells that it may change.
  case unconnected(goal: CellAddress, changing: [CellRange])
  /// The Solver's goal is one of the cells that it may change.
  case goalAmongChanging(CellAddress)
  /// A cell that the Solver may change holds a formula that refers to other cells.
  case formulaAmongChanging(CellAddress, String)
  /// The Solver's goal depends on the cells only through functions that move in steps, such as
  /// ROUND, or through comparisons if none is named.
  case onlySteps(goal: CellAddress, changing: [CellRange], through: [String])
  /// The Solver found the goal falling, or rising, without end.
  case noBest(goal: CellAddress, isHighest: Bool, reached: Double)
  /// A setting of the Solver with which it cannot work.
  case setting(name: String, value: Double, allowed: String)
  /// A cell with bounds is none of those that the Solver may change.
  case boundsElsewhere(CellAddress)
}

extension WorksheetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .formula(let text, let offset, let message, let advice):
      "\(message)\(advice.isEmpty ? "" : ". " + advice)\n" + Self.underlined(text, offset: offset)
    case .notAReference(let text):
      "“\(text)” is not a reference to cells: write one like B7, $B$7 or B2:F16 (columns A to XFD, "
        + "rows 1 to \(CellAddress.lastRow))"
    case .rangeTooLarge(let range):
      "\(range) has \(range.count) cells; a range may have \(CellRange.maximumCount)"
    case .wrongSize(let range, let rows, let columns):
      "\(range) has \(range.rows.count) rows and \(range.columns.count) columns; "
        + "given were \(rows) rows and \(columns) columns"
    case .cycle(let cells): Self.cycleText(cells)
    case .notANumber(let address, let value):
      value.isBlank
        ? "\(address) is blank; a number is needed"
        : "\(address) holds \(value.error == nil ? "“\(value)”" : "\(value)"); a number is needed"
    case .unconnected, .goalAmongChanging, .formulaAmongChanging, .onlySteps, .noBest,
      .boundsElsewhere, .setting:
      solverText
    }
  }

  /// Shows a long chain by its beginning and its end.
  private static func cycleText(_ cells: [CellAddress]) -> String {
    var names = cells.map(\.description)
    if names.count > 12 { names.replaceSubrange(6..<(names.count - 5), with: ["…"]) }
    return "a cell needs its own value: \(names.joined(separator: " → ")). Take one of these "
      + "references out; those in branches that IF does not take count too"
  }

  /// The formula, or the part of a long one around `offset`, above a caret.
  private static func underlined(_ text: String, offset: Int) -> String {
    let characters = Array(text).map { $0.isNewline ? " " : $0 }
    let start = offset > 60 ? offset - 40 : 0
    let end = min(characters.count, start + 76)
    let before = start > 0 ? "…" : ""
    let shown = before + String(characters[start..<end]) + (end < characters.count ? "…" : "")
    let blanks = String(repeating: " ", count: before.count + offset - start)
    return "  \(shown)\n  \(blanks)^"
  }
}
