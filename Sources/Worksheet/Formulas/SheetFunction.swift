/// The functions that a formula may call, named as in Excel and LibreOffice.
public enum SheetFunction: String, Sendable, Equatable, CaseIterable {
  case abs = "ABS"
  case average = "AVERAGE"
  case count = "COUNT"
  case exp = "EXP"
  case `if` = "IF"
  case int = "INT"
  case isBlank = "ISBLANK"
  case ln = "LN"
  case max = "MAX"
  case min = "MIN"
  case mmult = "MMULT"
  case rand = "RAND"
  case sqrt = "SQRT"
  case sum = "SUM"
  case sumProduct = "SUMPRODUCT"
  case sumXMY2 = "SUMXMY2"
  case transpose = "TRANSPOSE"

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .rand: 0...0
    case .abs, .exp, .int, .ln, .sqrt, .isBlank, .transpose: 1...1
    case .mmult, .sumXMY2: 2...2
    case .if: 2...3
    case .average, .count, .max, .min, .sum, .sumProduct: 1...255
    }
  }

  /// How one calls it; shown to an author who gave the wrong number of arguments.
  var usage: String {
    switch self {
    case .rand: "RAND()"
    case .abs, .exp, .int, .ln, .sqrt: "\(rawValue)(number)"
    case .isBlank: "ISBLANK(cell)"
    case .transpose: "TRANSPOSE(range)"
    case .mmult: "MMULT(rows, columns)"
    case .sumXMY2: "SUMXMY2(range, range of the same size)"
    case .if: "IF(condition, value if true, value if false)"
    case .sumProduct: "SUMPRODUCT(range, range of the same size, …)"
    case .average, .count, .max, .min, .sum: "\(rawValue)(range, …)"
    }
  }
}
