import Display

/// What a cell shows.
public enum CellValue: Sendable, Equatable {
  case blank
  case number(Double)
  case text(String)
  case logical(Bool)
  case error(CellError)

  /// A number; `nil` is a blank cell.
  public init(_ number: Double?) {
    self = number.map { .number($0) } ?? .blank
  }

  /// The number, if it is one.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  public var error: CellError? {
    if case .error(let error) = self { error } else { nil }
  }

  /// Nothing in it at all. A formula's `""` looks the same and is not blank.
  public var isBlank: Bool { self == .blank }
}

extension CellValue: CustomStringConvertible, Displayable {
  /// As a cell without a format shows it: numbers with up to ten significant digits.
  public var description: String {
    switch self {
    case .blank: ""
    case .number(let number): generalText(of: number)
    case .text(let text): text
    case .logical(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error.rawValue
    }
  }

  public var representations: Representations { Representations(plain: description) }
}

extension CellValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringInterpolation, ExpressibleByNilLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(booleanLiteral value: Bool) { self = .logical(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .blank }
}
