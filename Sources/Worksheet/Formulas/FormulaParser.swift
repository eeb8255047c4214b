/// Reads a formula into its tree.
///
/// From loosest to tightest: comparison; `&`; `+ −`; `× ÷`; `^`; `%` after its operand; signs.
/// This is Excel's and LibreOffice's order, in which `-2^2` is 4.
struct FormulaParser {
  /// The most characters of a formula, and the most parentheses, calls and signs around one
  /// place: Excel's limits. The parser calls itself for each.
  static let maximumLength = 8_192
  static let maximumDepth = 64

  private let text: String
  private let tokens: [FormulaToken]
  private var position = 0
  private var depth = 0
  private var nodes: [Formula.Node] = []
  /// Nodes that are references, and where their text stands.
  private var references: [(node: Int, offsets: Range<Int>)] = []

  /// - Parameter text: with its leading `=`.
  static func formula(_ text: String) throws(WorksheetError) -> Formula {
    guard text.count <= maximumLength else {
      throw .formula(
        text: text, offset: maximumLength,
        message: "a formula may have \(maximumLength) characters; this one has \(text.count)",
        advice: "Split it over several cells")
    }
    var parser = FormulaParser(text: text, tokens: try FormulaScanner.tokens(of: text))
    _ = try parser.expression()
    try parser.expectEnd()
    return Formula(nodes: parser.nodes, pieces: parser.pieces)
  }

  private init(text: String, tokens: [FormulaToken]) {
    self.text = text
    self.tokens = tokens
  }

  /// Operators of at least this precedence, grouped from the left.
  private mutating func expression(from precedence: Int = 1) throws(WorksheetError) -> Int {
    var left = try operand()
    while case .symbol(let symbol) = token.kind, let operation = BinaryOperator(symbol: symbol),
      operation.precedence >= precedence
    {
      position += 1
      let right = try expression(from: operation.precedence + 1)
      left = add(.binary(operation, left, right))
    }
    return left
  }

  /// A signed value and the percent signs after it.
  private mutating func operand() throws(WorksheetError) -> Int {
    var value = try signed()
    while token.kind == .symbol("%") {
      position += 1
      value = add(.unary(.percent, value))
    }
    return value
  }

  private mutating func signed() throws(WorksheetError) -> Int {
    var signs: [UnaryOperator] = []
    while case .symbol(let symbol) = token.kind, let sign = BinaryOperator(symbol: symbol),
      sign == .subtract || sign == .add
    {
      signs.append(sign == .subtract ? .minus : .plus)
      position += 1
    }
    var value = try primary()
    for sign in signs.reversed() { value = add(.unary(sign, value)) }
    return value
  }

  private mutating func primary() throws(WorksheetError) -> Int {
    let token = token
    position += 1
    switch token.kind {
    case .number(let number): return add(.number(number))
    case .text(let text): return add(.text(text))
    case .error(let error): return add(.error(error))
    case .cell(let reference): return add(.cell(reference), at: token.offsets)
    case .range(let first, let last): return add(.range(first, last), at: token.offsets)
    case .name(let name): return try named(name, token)
    case .symbol("("):
      return try nested { parser throws(WorksheetError) in
        let inner = try parser.expression()
        try parser.expectClosing(of: token)
        return inner
      }
    case .symbol(let symbol):
      throw error("a value is missing before “\(symbol)”", at: token)
    case .end:
      throw error("the formula ends where a value is needed", at: token)
    }
  }

  private mutating func named(_ name: String, _ token: FormulaToken) throws(WorksheetError) -> Int {
    let capitals = name.uppercased()
    let isCall = self.token.kind == .symbol("(")
    if !isCall, capitals == "TRUE" || capitals == "FALSE" {
      return add(.logical(capitals == "TRUE"))
    }
    guard let function = SheetFunction(rawValue: capitals) else {
      throw unknown(name, isCall: isCall, at: token)
    }
    guard isCall else {
      throw error("\(capitals) is a function", at: token, advice: "Call it: \(function.usage)")
    }
    return try nested { parser throws(WorksheetError) in try parser.call(function, at: token) }
  }

  private func unknown(_ name: String, isCall: Bool, at token: FormulaToken) -> WorksheetError {
    let nearest = nearestName(
      to: name.uppercased(), among: SheetFunction.allCases.map(\.rawValue))
    let letter = name.uppercased().prefix(1)
    let alike = SheetFunction.allCases.map(\.rawValue).filter { $0.hasPrefix(letter) }
    let list =
      alike.isEmpty
      ? "" : "Those with \(letter) are \(alike.joined(separator: ", ")); "
    return error(
      isCall ? "there is no function \(name)" : "“\(name)” is neither a cell nor a function",
      at: token,
      advice: nearest.map { "Did you mean \($0)?" } ?? list + "SheetFunction lists all functions")
  }

  private mutating func call(
    _ function: SheetFunction, at name: FormulaToken
  ) throws(WorksheetError) -> Int {
    let opening = token
    position += 1
    var arguments: [Int] = []
    if token.kind != .symbol(")") {
      arguments.append(try expression())
      while token.kind == .symbol(",") {
        position += 1
        arguments.append(try expression())
      }
    }
    try expectClosing(of: opening)
    guard function.accepts(arguments.count) else {
      let noun = arguments.count == 1 ? "argument" : "arguments"
      throw error(
        "\(function.rawValue) was given \(arguments.count) \(noun)", at: name,
        advice: "Call it: \(function.usage)")
    }
    return add(.call(function, stretched(arguments, of: function)))
  }

  /// SUMIF and AVERAGEIF take from their third argument only the first cell: what is summed has the
  /// shape of what is tested. The stretched range is a node of its own, which the text does not
  /// show.
  private mutating func stretched(_ arguments: [Int], of function: SheetFunction) -> [Int] {
    guard [.sumIf, .averageIf].contains(function), arguments.count == 3,
      let tested = nodes[arguments[0]].ends, let given = nodes[arguments[2]].ends
    else { return arguments }
    let (from, to) = (tested.range, given.range)
    guard from.rows.count != to.rows.count || from.columns.count != to.columns.count,
      let last = to.first.moved(columns: from.columns.count - 1, rows: from.rows.count - 1)
    else { return arguments }
    let corner = CellReference(
      last, keepsColumn: tested.last.keepsColumn, keepsRow: tested.last.keepsRow)
    let start = CellReference(
      to.first, keepsColumn: given.first.keepsColumn, keepsRow: given.first.keepsRow)
    return [arguments[0], arguments[1], add(.range(start, corner))]
  }

  private mutating func nested(
    _ parse: (inout FormulaParser) throws(WorksheetError) -> Int
  ) throws(WorksheetError) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw error(
        "parentheses and functions are nested more than \(Self.maximumDepth) deep here", at: token,
        advice: "Put a part of the formula into a cell of its own")
    }
    return try parse(&self)
  }

  private mutating func expectClosing(of opening: FormulaToken) throws(WorksheetError) {
    switch token.kind {
    case .symbol(")"): position += 1
    case .end:
      throw error("this parenthesis is never closed", at: opening, advice: "Put a ) where it ends")
    default: throw missingOperator()
    }
  }

  private func expectEnd() throws(WorksheetError) {
    switch token.kind {
    case .end: return
    case .symbol(")"):
      throw error("this parenthesis closes nothing", at: token, advice: "Remove it")
    case .symbol(","):
      throw error(
        "a comma stands only between the arguments of a function", at: token,
        advice: "Decimals have a point: 0.5")
    default: throw missingOperator()
    }
  }

  private func missingOperator() -> WorksheetError {
    error("an operator is missing here", at: token, advice: "Write + - * / ^ & or a comparison")
  }

  private func error(
    _ message: String, at token: FormulaToken, advice: String = ""
  ) -> WorksheetError {
    .formula(text: text, offset: token.offsets.lowerBound, message: message, advice: advice)
  }

  private var token: FormulaToken { tokens[min(position, tokens.count - 1)] }

  private mutating func add(_ node: Formula.Node, at offsets: Range<Int>? = nil) -> Int {
    nodes.append(node)
    if let offsets { references.append((nodes.count - 1, offsets)) }
    return nodes.count - 1
  }

  /// The text, cut at the references.
  private var pieces: [Formula.Piece] {
    let characters = Array(text)
    var pieces: [Formula.Piece] = []
    var start = 0
    for reference in references {
      pieces.append(.text(String(characters[start..<reference.offsets.lowerBound])))
      pieces.append(.node(reference.node))
      start = reference.offsets.upperBound
    }
    pieces.append(.text(String(characters[start...])))
    return pieces
  }
}

extension Formula.Node {
  /// The cells of a reference, and its ends as written.
  fileprivate var ends: (range: CellRange, first: CellReference, last: CellReference)? {
    switch self {
    case .cell(let reference):
      (CellRange(reference.address, reference.address), reference, reference)
    case .range(let first, let last): (CellRange(first.address, last.address), first, last)
    default: nil
    }
  }
}
