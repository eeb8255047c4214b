/// Cells by their names, as one writes them in a formula. What the author gets wrong stops the
/// program at the author's line.
extension Sheet {
  /// The value of one cell, or what to put into a cell or into each cell of a range.
  ///
  ///     sheet["B7"] = 4.5
  ///     sheet["C1"] = "=SQRT(B7)"
  ///     sheet["B2:F16"] = "=RAND()"       // in every cell
  ///     sheet["D2:D16"] = "=B2*$C$1"      // B2, B3, … as when copying
  public subscript(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> CellValue {
    get {
      let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
      guard range.count == 1 else {
        stop(
          "\(range) has \(range.count) cells: view(\"\(range)\") shows them, "
            + "values(\"\(range)\") reads them", file, line)
      }
      return value(at: range.first)
    }
    set {
      orStop(file, line) { () throws(WorksheetError) in
        try enter(newValue, in: try CellRange(reference))
      }
    }
  }

  /// The rows of a range.
  ///
  ///     sheet["A1:C2"] = [[1, 2, 3], ["a", nil, "=A1+C1"]]
  @_disfavoredOverload
  public subscript(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> [[CellValue]] {
    get { values(reference, file: file, line: line) }
    set {
      orStop(file, line) { () throws(WorksheetError) in
        try enter(newValue, in: try CellRange(reference))
      }
    }
  }

  /// The values of a range, row by row.
  public func values(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> [[CellValue]] {
    let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
    return (0..<range.rows.count).map { row in
      (0..<range.columns.count).map { value(at: range[row, $0]) }
    }
  }

  /// The number in a cell. Stops the program if there is none.
  public func number(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Double {
    orStop(file, line) { () throws(WorksheetError) in
      let range = try CellRange(reference)
      guard range.count == 1 else { throw .wrongSize(range, rows: 1, columns: 1) }
      return try number(at: range.first)
    }
  }

  func number(at address: CellAddress) throws(WorksheetError) -> Double {
    guard let number = value(at: address).number else {
      throw .notANumber(address, value(at: address))
    }
    return number
  }

  /// The numbers of a range, row by row; `nil` where there is none.
  public func numbers(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> [[Double?]] {
    values(reference, file: file, line: line).map { $0.map(\.number) }
  }

  /// The numbers of a range, row by row. Stops the program at a cell that holds none.
  public func filledNumbers(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> [[Double]] {
    orStop(file, line) { () throws(WorksheetError) in
      let range = try CellRange(reference)
      var rows: [[Double]] = []
      for row in 0..<range.rows.count {
        var numbers: [Double] = []
        for column in 0..<range.columns.count {
          numbers.append(try number(at: range[row, column]))
        }
        rows.append(numbers)
      }
      return rows
    }
  }

  /// The numbers of a range as one reads it: `list("A2:A12")` of a column, `list("B1:F1")` of a row.
  /// Stops the program at a cell that holds none.
  public func list(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> [Double] {
    filledNumbers(reference, file: file, line: line).flatMap { $0 }
  }

  /// The formula in a cell as one reads it there, or `nil` for a cell without.
  public func formula(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) -> String? {
    let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
    guard range.count == 1 else {
      stop("\(range) has \(range.count) cells: formulas(\"\(range)\") shows them", file, line)
    }
    return cells[range.first]?.formula?.text
  }

  /// Copies `source` over `target`; see ``copy(from:to:)``.
  public mutating func copy(
    _ source: String, to target: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    orStop(file, line) { () throws(WorksheetError) in
      try copy(from: try CellRange(source), to: try CellRange(target))
    }
  }

  /// Replaces formulas by their values; see ``freeze(_:)-(CellRange)``.
  public mutating func freeze(
    _ reference: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    freeze(orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) })
  }

  /// Shows the numbers of a range with so many digits after the point. Without a format a cell
  /// shows up to ten significant digits, and of large numbers all digits before the point.
  public mutating func format(
    _ reference: String, decimals: Int, file: StaticString = #filePath, line: UInt = #line
  ) {
    let range = orStop(file, line) { () throws(WorksheetError) in try CellRange(reference) }
    guard (0...15).contains(decimals) else {
      stop("decimals: \(decimals) is not from 0 to 15", file, line)
    }
    formats.append((range, decimals))
  }
}
