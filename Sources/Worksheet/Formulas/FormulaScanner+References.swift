extension FormulaScanner {
  /// A reference, a range, or a name.
  mutating func word() throws(WorksheetError) -> FormulaToken.Kind {
    let start = position
    let first = name()
    if let range = try range(from: first, at: start) { return range }
    if isCall(first) { return .name(first) }
    if let reference = CellReference(first) { return .cell(reference) }
    if first.contains("$") || first.isLikeAReference {
      throw error(
        "“\(first)” is not a cell", at: start,
        advice: "Columns go from A to XFD, rows from 1 to \(CellAddress.lastRow)")
    }
    return .name(first)
  }

  /// Whether a parenthesis follows; behind blanks, that of a function such as LOG10, which could also
  /// be a cell.
  private func isCall(_ name: String) -> Bool {
    if peek() == "(" { return true }
    let next = characters[position...].first { !$0.isWhitespace }
    return next == "(" && SheetFunction(rawValue: name.uppercased()) != nil
  }

  /// The range that begins with `first`, if a colon follows; blanks around it do not matter.
  mutating func range(
    from first: String, at start: Int
  ) throws(WorksheetError) -> FormulaToken.Kind? {
    let end = position
    skip { $0.isWhitespace }
    guard peek() == ":" else {
      position = end
      return nil
    }
    position += 1
    skip { $0.isWhitespace }
    let second = name()
    if let (from, to) = CellReference.lines(first, second) { return .range(from, to) }
    guard let from = CellReference(first), let to = CellReference(second) else {
      throw error(
        "“\(first):\(second)” is not a range of cells", at: start,
        advice: "Write one like B2:F16, whole columns like B:D or whole rows like 2:3; columns go "
          + "from A to XFD, rows from 1 to \(CellAddress.lastRow)")
    }
    let range = CellRange(from.address, to.address)
    if range.count > CellRange.maximumCount, !range.isWhole {
      throw error(
        "\(range) has \(range.count) cells; a range may have \(CellRange.maximumCount)", at: start,
        advice: "Name only the rows that hold something, or whole columns like B:D")
    }
    return .range(from, to)
  }
}

extension String {
  /// Letters, then digits: what a cell off the sheet looks like.
  fileprivate var isLikeAReference: Bool {
    let digits = drop { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
    return !digits.isEmpty && digits.count < count && digits.allSatisfy(\.isDecimalDigit)
  }
}
