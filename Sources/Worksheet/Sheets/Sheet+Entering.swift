extension Sheet {
  /// Puts a value into every cell of `range`. A text that begins with `=` is a formula: written
  /// for the first cell, and copied from there into the others.
  public mutating func enter(_ value: CellValue, in range: CellRange) throws(WorksheetError) {
    guard case .text(let text) = value, text.first == "=" else {
      try store(range.addresses.map { ($0, Cell(value: value)) })
      return
    }
    try store(
      copies(
        of: Cell(formula: try FormulaParser.formula(text), value: .blank),
        from: range.first, to: range))
  }

  /// Puts rows of values, some of which may be formulas, into `range`.
  ///
  /// - Parameter rows: as many as the range has, each as long as a row of the range.
  public mutating func enter(_ rows: [[CellValue]], in range: CellRange) throws(WorksheetError) {
    let width = rows.first { $0.count != range.columns.count }?.count ?? range.columns.count
    guard rows.count == range.rows.count, width == range.columns.count else {
      throw .wrongSize(range, rows: rows.count, columns: width)
    }
    var entries: [(CellAddress, Cell)] = []
    for (address, value) in zip(range.addresses, rows.joined()) {
      if case .text(let text) = value, text.first == "=" {
        let formula = try FormulaParser.formula(text)
        entries.append((address, Cell(formula: formula, value: .blank)))
      } else {
        entries.append((address, Cell(value: value)))
      }
    }
    try store(entries)
  }

  /// Copies cells as a spreadsheet does: relative references move along, `$` keeps a column or a
  /// row. A source smaller than the target is repeated over it.
  ///
  ///     sheet.copy("H2", to: "H2:V16")
  ///
  /// - Throws: ``WorksheetError`` if the target is no whole multiple of the source, or if the
  ///   copies close a cycle.
  public mutating func copy(from source: CellRange, to target: CellRange) throws(WorksheetError) {
    let isMultiple =
      target.rows.count % source.rows.count == 0
      && target.columns.count % source.columns.count == 0
    guard isMultiple else {
      throw .wrongSize(target, rows: source.rows.count, columns: source.columns.count)
    }
    var entries: [(CellAddress, Cell)] = []
    for row in target.rows.indices.enumerated().map(\.offset) {
      for column in 0..<target.columns.count {
        let origin = source[row % source.rows.count, column % source.columns.count]
        let place = target[row, column]
        entries += copies(
          of: cells[origin] ?? Cell(value: .blank), from: origin, to: CellRange(place, place))
      }
    }
    try store(entries)
  }

  /// Replaces the formulas of `range` by the values that they have now, as “paste values” does.
  public mutating func freeze(_ range: CellRange) {
    for address in range.addresses where cells[address]?.formula != nil {
      cells[address]?.formula = nil
      graph.setPrecedents([], of: address)
    }
  }

  private func copies(
    of cell: Cell, from origin: CellAddress, to range: CellRange
  ) -> [(CellAddress, Cell)] {
    range.addresses.map { address in
      var copy = cell
      copy.formula = cell.formula?.copied(
        columns: address.column - origin.column, rows: address.row - origin.row)
      return (address, copy)
    }
  }

  /// Puts cells in their places and recalculates. On a cycle everything is as it was.
  private mutating func store(_ entries: [(CellAddress, Cell)]) throws(WorksheetError) {
    let addresses = entries.map(\.0)
    let before = addresses.map { cells[$0] }
    set(zip(addresses, entries.map { Optional($0.1) }))
    do {
      try recalculate(after: addresses)
    } catch {
      set(zip(addresses, before))
      throw error
    }
  }

  private mutating func set(_ entries: Zip2Sequence<[CellAddress], [Cell?]>) {
    for (address, cell) in entries {
      var cell = cell
      if let value = cell?.value { cell?.value = value.entered }
      let isEmpty = cell?.formula == nil && cell?.value.isBlank != false
      if cell?.formula != nil || cells[address]?.formula != nil {
        graph.setPrecedents(cell?.formula?.precedents ?? [], of: address)
      }
      cells[address] = isEmpty ? nil : cell
    }
  }
}
