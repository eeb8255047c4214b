/// A value as comparisons see it: numbers come before texts, texts before FALSE and TRUE.
struct ComparedValue {
  private enum Content {
    case number(Double)
    case text(String)
    case logical(Bool)
  }

  private let content: Content

  /// - Parameter other: what it is compared with. A blank becomes the 0, "" or FALSE of its kind.
  init(_ value: CellValue, beside other: CellValue = .blank) {
    switch (value, other) {
    case (.number(let number), _): content = .number(number)
    case (.text(let text), _): content = .text(text.lowercased())
    case (.logical(let truth), _): content = .logical(truth)
    case (_, .text): content = .text("")
    case (_, .logical): content = .logical(false)
    default: content = .number(0)
    }
  }

  var isNumber: Bool { if case .number = content { true } else { false } }

  /// −1, 0 or 1 for less, equal or greater.
  func order(to other: ComparedValue) -> Int {
    switch (content, other.content) {
    case (.number(let left), .number(let right)):
      FifteenDigits.agree(left, right) ? 0 : left < right ? -1 : 1
    case (.text(let left), .text(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.logical(let left), .logical(let right)): left == right ? 0 : right ? -1 : 1
    default: rank < other.rank ? -1 : 1
    }
  }

  /// Whether both are numbers, both texts, or both logical.
  func hasSameKind(as other: ComparedValue) -> Bool { rank == other.rank }

  private var rank: Int {
    switch content {
    case .number: 0
    case .text: 1
    case .logical: 2
    }
  }
}

extension BinaryOperator {
  /// Whether the comparison is true of values in this order: −1, 0 or 1 for less, equal or greater.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .add, .subtract, .multiply, .divide, .power, .join: false
    }
  }

  /// Whether the comparison is true of two numbers, which are equal if 15 digits agree.
  func holds(_ left: Double, _ right: Double) -> Bool {
    guard !left.isNaN, !right.isNaN else { return false }
    return holds(FifteenDigits.agree(left, right) ? 0 : left < right ? -1 : 1)
  }
}
