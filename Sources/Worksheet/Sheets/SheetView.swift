import Display

/// A part of a sheet as one sees it: a table with the columns' letters and the rows' numbers.
public struct SheetView: Displayable, Sendable {
  public let range: CellRange
  public var caption: String?
  /// Whether cells show their formulas in place of the values.
  public var showsFormulas = false
  private let sheet: Sheet

  /// Rows beyond these are left out of the middle of a long view.
  private static let limit = Table.RowLimit(first: 40, last: 10)

  init(of sheet: Sheet, range: CellRange, caption: String?, showsFormulas: Bool) {
    self.sheet = sheet
    self.range = range
    self.caption = caption
    self.showsFormulas = showsFormulas
  }

  /// The cells as a table, for its HTML.
  var table: Table {
    let columns = range.columns.map { column in
      Table.Column(
        CellAddress.letters(ofColumn: column), alignment: hasNumbers(column) ? .trailing : .leading)
    }
    return Table(columns: [.rowHeader("")] + columns, caption: caption, limit: Self.limit) {
      for row in range.rows {
        let cells = range.columns.map { cell(CellAddress(column: $0, row: row)!) }
        Row(cells: [.integer(row)] + cells)
      }
    }
  }

  public var representations: Representations {
    Representations(plain: text, html: table.markup)
  }

  private func hasNumbers(_ column: Int) -> Bool {
    range.rows.contains { row in
      let address = CellAddress(column: column, row: row)!
      return (showsFormulas ? sheet.content(at: address) : sheet.value(at: address)).number != nil
    }
  }

  private func cell(_ address: CellAddress) -> Table.Cell {
    let value = showsFormulas ? sheet.content(at: address) : sheet.value(at: address)
    switch value {
    case .blank, .text(""): return .missing
    case .number(let number): return .number(number, shortest: text(of: number, at: address))
    case .text, .logical, .error: return .text(value.description.onOneLine)
    }
  }

  private func text(of number: Double, at address: CellAddress) -> String {
    let format = sheet.formats.last { $0.range.contains(address) }
    return format.map { NumberFormat.decimals($0.decimals).text(of: number) }
      ?? GeneralFormat.displayed(number)
  }
}

extension Sheet: Displayable {
  /// All of the sheet that is used.
  public var representations: Representations {
    guard let usedRange else { return Representations(plain: "(empty sheet)") }
    guard usedRange.count <= CellRange.maximumCount else {
      return Representations(
        plain: "(cells as far as \(usedRange.last): too many to show; view shows a part)")
    }
    return SheetView(of: self, range: usedRange, caption: nil, showsFormulas: false)
      .representations
  }

  /// A part of the sheet, to be displayed: `sheet.view("A1:H10", caption: "The ratings")`.
  public func view(
    _ reference: String, caption: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> SheetView {
    let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
    return SheetView(of: self, range: range, caption: caption, showsFormulas: false)
  }

  /// The same part with the formulas in place of the values.
  public func formulas(
    _ reference: String, caption: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> SheetView {
    var view = view(reference, caption: caption, file: file, line: line)
    view.showsFormulas = true
    return view
  }
}
