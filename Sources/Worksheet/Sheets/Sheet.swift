import Engine

/// A spreadsheet: cells with numbers, texts and formulas, recalculated as they change.
///
///     var sheet = Sheet()
///     sheet["A1:A3"] = [[1], [2], [3]]
///     sheet["B1"] = "=A1^2"
///     sheet.copy("B1", to: "B2:B3")
///     sheet["B4"] = "=SUM(B1:B3)"    // 14
///
/// Formulas mean what they mean in Excel and LibreOffice; ``SheetFunction`` lists the functions.
/// Like both programs a sheet counts with 15 digits: `=0.1+0.2=0.3` is TRUE and `=0.1+0.2-0.3` is
/// 0. After a change only what depends on it is calculated again. A formula must not need its own
/// cell, not even in a branch of IF that is not taken. A mistake in a formula stops the program
/// with the formula and a caret under the place; the `enter` methods throw it as ``WorksheetError``
/// instead.
public struct Sheet: Sendable {
  struct Cell: Sendable {
    var formula: Formula?
    var value: CellValue
  }

  var cells: [CellAddress: Cell] = [:]
  var graph = DependencyGraph()
  /// How ranges are shown; later ones win.
  var formats: [(range: CellRange, decimals: Int)] = []
  /// Cells that were changed and not yet recalculated, while ``change(_:)`` runs.
  var pending: [CellAddress]?
  /// How often ``recalculate()`` has been called: RAND draws anew each time.
  var recalculations: UInt64 = 0
  let seed: UInt64

  /// An empty sheet.
  ///
  /// - Parameter seed: where the random numbers of RAND come from. The same seed and the same
  ///   cell give the same number, whatever else the sheet holds.
  public init(seed: UInt64 = 0) {
    self.seed = seed
  }

  /// The value of a cell: blank if nothing was ever put there.
  public func value(at address: CellAddress) -> CellValue {
    cells[address]?.value ?? .blank
  }

  /// What one would type to get the cell: its formula if it has one, else its value.
  public func content(at address: CellAddress) -> CellValue {
    guard let cell = cells[address] else { return .blank }
    return cell.formula.map { .text($0.text) } ?? cell.value
  }

  /// The smallest range from A1 on with all cells that hold something; `nil` for an empty sheet.
  public var usedRange: CellRange? {
    guard let row = cells.keys.map(\.row).max(), let column = cells.keys.map(\.column).max() else {
      return nil
    }
    return CellRange(CellAddress(column: 1, row: 1)!, CellAddress(column: column, row: row)!)
  }
}
