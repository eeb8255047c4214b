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

  subscript(row: Int, column: Int) -> Quantity { elements[row * columns + column] }

  func hasSameShape(as other: QuantityArray) -> Bool {
    rows == other.rows && columns == other.columns
  }

  var transposed: QuantityArray {
    var elements: [Quantity] = []
    elements.reserveCapacity(self.elements.count)
    for column in 0..<columns { for row in 0..<rows { elements.append(self[row, column]) } }
    return QuantityArray(rows: columns, columns: rows, elements: elements)
  }
}
