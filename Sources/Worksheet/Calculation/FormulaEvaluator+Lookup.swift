extension FormulaEvaluator {
  mutating func lookup(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Operand {
    switch function {
    case .rows: return .single(.number(Double(arguments[0].array.fullRows)))
    case .columns: return .single(.number(Double(arguments[0].array.fullColumns)))
    case .choose:
      noteSteps(of: function, [try single(arguments[0])])
      let index = try wholeNumber(arguments[0])
      guard arguments.indices.dropFirst().contains(index) else { throw .value }
      return arguments[index]
    case .index: return try element(arguments)
    case .match: return .single(.number(Double(try match(arguments) + 1)))
    case .vLookup: return try found(function, arguments, in: arguments[1].array)
    default: return try found(function, arguments, in: arguments[1].array.transposed)
    }
  }

  /// `INDEX`: counted from 1; 0 is the whole row or column. In a single row the one number given
  /// counts columns.
  private mutating func element(_ arguments: [Operand]) throws(CellError) -> Operand {
    let array = arguments[0].array
    var places: [Int] = []
    for argument in arguments.dropFirst() {
      noteSteps(of: .index, [try single(argument)])
      places.append(try wholeNumber(argument))
    }
    if places.count == 1 {
      places = array.fullRows == 1 ? [1] + places : places + [array.fullColumns == 1 ? 1 : 0]
    }
    let (row, column) = (places[0], places[1])
    guard row >= 0, column >= 0 else { throw .value }
    guard row <= array.fullRows, column <= array.fullColumns else { throw .reference }
    guard row <= array.rows, column <= array.columns else { return .cell(Quantity(.blank)) }
    switch (row, column) {
    case (0, 0): return .array(array)
    case (0, _): return .array(array.column(column - 1))
    case (_, 0): return .array(array.row(row - 1))
    default: return .cell(array[row - 1, column - 1])
    }
  }

  private mutating func match(_ arguments: [Operand]) throws(CellError) -> Int {
    let range = arguments[1].array
    guard range.isVector else { throw .notAvailable }
    let order = arguments.count > 2 ? try number(arguments[2]) : 1
    return try place(
      of: single(arguments[0]), in: range.elements,
      order: order > 0 ? .ascending : order < 0 ? .descending : .none, function: .match)
  }

  /// `VLOOKUP`, and `HLOOKUP` in a table turned over.
  private mutating func found(
    _ function: SheetFunction, _ arguments: [Operand], in table: QuantityArray
  ) throws(CellError) -> Operand {
    noteSteps(of: function, [try single(arguments[2])])
    let column = try wholeNumber(arguments[2])
    guard column >= 1 else { throw .value }
    guard column <= table.fullColumns else { throw .reference }
    let isSorted = arguments.count > 3 ? try number(arguments[3]) != 0 : true
    let row = try place(
      of: single(arguments[0]), in: table.column(0).elements,
      order: isSorted ? .ascending : .none, function: function)
    return .cell(column <= table.columns ? table[row, column - 1] : Quantity(.blank))
  }

  private enum Order { case ascending, descending, none }

  /// Where a value is: in sorted cells the last that is not beyond it, otherwise the first that
  /// equals it, where a text may have wildcards.
  ///
  /// - Throws: `#N/A` if there is none.
  private mutating func place(
    of wanted: Quantity, in cells: [Quantity], order: Order, function: SheetFunction
  ) throws(CellError) -> Int {
    noteSteps(of: function, cells + [wanted])
    let key = ComparedValue(wanted.value)
    var pattern: WildcardPattern?
    if case .text(let text) = wanted.value, order == .none { pattern = WildcardPattern(text) }
    var place: Int?
    for (index, cell) in cells.enumerated() {
      guard !cell.value.isBlank, cell.value.error == nil else { continue }
      let compared = ComparedValue(cell.value)
      guard compared.hasSameKind(as: key) else { continue }
      let difference = compared.order(to: key)
      switch order {
      case .none:
        if case .text(let text) = cell.value, let pattern {
          if pattern.matches(text) { return index }
        } else if difference == 0 {
          return index
        }
        continue
      case .ascending: if difference <= 0 { place = index }
      case .descending: if difference >= 0 { place = index }
      }
      if place != index { break }
    }
    guard let place else { throw .notAvailable }
    return place
  }
}
