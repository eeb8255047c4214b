import Display

/// What a cell shows.
public enum CellValue: Sendable, Equatable {
  case blank
  /// A number. Put into a cell, one that is not finite becomes `#NUM!`, as when a formula has no
  /// answer: no cell holds NaN or infinity.
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

  /// What a cell holds after this value was put into it.
  var entered: CellValue {
    number.map { $0.isFinite } == false ? .error(.number) : self
  }

  /// As `&` and the functions of text read it: numbers with 15 digits.
  var joinedText: String {
    number.map(GeneralFormat.joined) ?? description
  }

  /// The most characters of a text that a formula makes, as in Excel. Without a limit, fifty cells
  /// that double one another would take all memory.
  private static let longestText = 32_767

  /// The texts of some values, one behind the other.
  static func joined(_ values: [CellValue]) -> CellValue {
    let text = values.map(\.joinedText).joined()
    return text.utf16.count > longestText ? .error(.value) : .text(text)
  }
}

extension CellValue: CustomStringConvertible, Displayable {
  /// As a cell without a format shows it: numbers with up to ten significant digits, those from
  /// 10,000,000,000 to 10¹⁵ rounded to whole ones.
  public var description: String {
    switch self {
    case .blank: ""
    case .number(let number): GeneralFormat.displayed(number)
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
