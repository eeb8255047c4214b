/// An operator before or after its operand.
enum UnaryOperator: Sendable, Equatable {
  case plus, minus, percent
}

/// An operator between its operands.
enum BinaryOperator: String, Sendable, Equatable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case join = "&"
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// How tightly it binds. As in Excel and LibreOffice, a sign binds tighter than all of these,
  /// so `-2^2` is 4, and all group from the left, so `2^3^2` is 64.
  var precedence: Int {
    switch self {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
    case .join: 2
    case .add, .subtract: 3
    case .multiply, .divide: 4
    case .power: 5
    }
  }

  /// Written with a typographic sign, as in `3 × 4`, it is understood too.
  init?(symbol: String) {
    switch symbol {
    case "×": self = .multiply
    case "÷": self = .divide
    case "−": self = .subtract
    default: self.init(rawValue: symbol)
    }
  }
}
