/// A collection whose order changes from run to run.
private protocol HashOrdered: Sequence {
  /// The elements in an order that does not change.
  var inFixedOrder: [Element] { get }
}

extension Set: HashOrdered {
  fileprivate var inFixedOrder: [Element] { sorted(by: \.self) }
}

extension Dictionary: HashOrdered {
  fileprivate var inFixedOrder: [Element] { sorted(by: \.key) }
}

extension Dictionary.Keys: HashOrdered {
  fileprivate var inFixedOrder: [Element] { sorted(by: \.self) }
}

extension Dictionary.Values: HashOrdered {
  fileprivate var inFixedOrder: [Element] { sorted(by: \.self) }
}

extension Sequence {
  fileprivate func sorted<Key>(by key: (Element) -> Key) -> [Element] {
    map { (element: $0, cell: Table.Cell(key($0))) }
      .sorted { $0.cell.precedes($1.cell) }.map(\.element)
  }
}

extension Table.Cell {
  /// Numbers by value come first, then text, then missing cells.
  fileprivate func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    default: sortKey < other.sortKey
    }
  }

  private var sortKey: (kind: Int, value: Double) {
    switch self {
    case .integer(let value): (0, Double(value))
    case .number(let value, _): value.isNaN ? (1, 0) : (0, value)
    case .text: (2, 0)
    case .missing: (3, 0)
    }
  }
}

/// The elements as they come, those of dictionaries and sets sorted.
func inFixedOrder<Rows: Sequence>(_ rows: Rows) -> [Rows.Element] {
  func sorted<Collection: HashOrdered>(_ rows: Collection) -> Any { rows.inFixedOrder }
  if let rows = rows as? any HashOrdered, let elements = sorted(rows) as? [Rows.Element] {
    return elements
  }
  return Array(rows)
}
