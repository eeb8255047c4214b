/// What a node of a formula evaluates to.
enum Operand {
  case single(Quantity)
  /// A cell referred to: used like its value, except that SUM and its like skip text there.
  case cell(Quantity)
  case array(QuantityArray)

  /// As rows and columns; a single value is 1 × 1.
  var array: QuantityArray {
    switch self {
    case .single(let quantity), .cell(let quantity):
      QuantityArray(rows: 1, columns: 1, elements: [quantity])
    case .array(let array): array
    }
  }

  /// The value, unless it is an array.
  var quantity: Quantity? {
    switch self {
    case .single(let quantity), .cell(let quantity): quantity
    case .array: nil
    }
  }
}

/// A rectangle of values, row by row.
struct QuantityArray {
  var rows: Int
  var columns: Int
  var elements: [Quantity]
  /// The size of the reference: of whole columns and rows only the used part is read.
  var fullRows: Int
  var fullColumns: Int

  init(
    rows: Int, columns: Int, elements: [Quantity], fullRows: Int? = nil, fullColumns: Int? = nil
  ) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
    self.fullRows = fullRows ?? rows
    self.fullColumns = fullColumns ?? columns
  }

  subscript(row: Int, column: Int) -> Quantity { elements[row * columns + column] }

  /// The blank cells that were not read.
  var unreadBlanks: Int { fullRows * fullColumns - rows * columns }

  var isVector: Bool { fullRows == 1 || fullColumns == 1 }

  func hasSameShape(as other: QuantityArray) -> Bool {
    rows == other.rows && columns == other.columns
  }

  func row(_ row: Int) -> QuantityArray {
    QuantityArray(
      rows: 1, columns: columns, elements: Array(elements[row * columns..<(row + 1) * columns]))
  }

  func column(_ column: Int) -> QuantityArray {
    QuantityArray(rows: rows, columns: 1, elements: (0..<rows).map { self[$0, column] })
  }

  var transposed: QuantityArray {
    QuantityArray(
      rows: columns, columns: rows, elements: (0..<columns).flatMap { column($0).elements },
      fullRows: fullColumns, fullColumns: fullRows)
  }
}
