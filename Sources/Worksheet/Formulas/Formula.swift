/// A formula as a tree, stored children first: a node's operands stand before it. So it is
/// evaluated by one loop, and no depth of nesting overflows a stack.
struct Formula: Sendable, Equatable {
  enum Node: Sendable, Equatable {
    case number(Double)
    case text(String)
    case logical(Bool)
    case error(CellError)
    case cell(CellReference)
    case range(CellReference, CellReference)
    case unary(UnaryOperator, Int)
    case binary(BinaryOperator, Int, Int)
    case call(SheetFunction, [Int])
  }

  /// The last one is the whole formula.
  var nodes: [Node]
  /// As written, cut at the references, which copying changes.
  var pieces: [Piece]

  enum Piece: Sendable, Equatable {
    case text(String)
    case node(Int)
  }

  /// As one types it, with its `=`.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .node(let index): referenceText(nodes[index])
      }
    }.joined()
  }

  private func referenceText(_ node: Node) -> String {
    switch node {
    case .cell(let reference): reference.text
    case .range(let first, let last): rangeText(first, last)
    case .error(let error): error.rawValue
    default: ""
    }
  }

  private func rangeText(_ first: CellReference, _ last: CellReference) -> String {
    let range = CellRange(first.address, last.address)
    if range.isWholeColumns { return "\(first.columnText):\(last.columnText)" }
    if range.isWholeRows { return "\(first.rowText):\(last.rowText)" }
    return "\(first.text):\(last.text)"
  }

  /// The formula as it reads in a cell that many columns to the right and rows below.
  func copied(columns: Int, rows: Int) -> Formula {
    var copy = self
    for (index, node) in nodes.enumerated() {
      switch node {
      case .cell(let reference):
        let shifted = reference.shifted(columns: columns, rows: rows)
        copy.nodes[index] = shifted.map { .cell($0) } ?? .error(.reference)
      case .range(let first, let last):
        let range = CellRange(first.address, last.address)
        let (columns, rows) = (range.isWholeRows ? 0 : columns, range.isWholeColumns ? 0 : rows)
        if let first = first.shifted(columns: columns, rows: rows),
          let last = last.shifted(columns: columns, rows: rows)
        {
          copy.nodes[index] = .range(first, last)
        } else {
          copy.nodes[index] = .error(.reference)
        }
      default: break
      }
    }
    return copy
  }

  /// The cells that it needs, as ranges.
  var precedents: [CellRange] {
    nodes.compactMap { node in
      switch node {
      case .cell(let reference): CellRange(reference.address, reference.address)
      case .range(let first, let last): CellRange(first.address, last.address)
      default: nil
      }
    }
  }

  /// Whether it refers to whole columns or rows.
  var readsWholeLines: Bool {
    nodes.contains { node in
      if case .range(let first, let last) = node {
        CellRange(first.address, last.address).isWhole
      } else {
        false
      }
    }
  }

  /// Whether it draws random numbers.
  var isVolatile: Bool {
    nodes.contains { if case .call(.rand, _) = $0 { true } else { false } }
  }
}
