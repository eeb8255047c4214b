/// The condition of SUMIF, COUNTIF and their like: a value to equal, or a text such as `">3"`,
/// `"<>apple"` or `"a*"`.
struct Criterion {
  private enum Test {
    case blank
    case blankOrEmptyText
    case number(Double)
    case text(String)
    case pattern(WildcardPattern)
    case logical(Bool)
    case error(CellError)
  }

  private var comparison = BinaryOperator.equal
  private let test: Test

  /// - Parameter number: reads a text as a number.
  init(_ value: CellValue, number: (String) -> Double?) {
    switch value {
    case .blank: test = .number(0)
    case .number(let number): test = .number(number)
    case .logical(let truth): test = .logical(truth)
    case .error(let error): test = .error(error)
    case .text(""): test = .blankOrEmptyText
    case .text(let text):
      let symbols = ["<=", ">=", "<>", "=", "<", ">"]
      let symbol = symbols.first { text.hasPrefix($0) }
      let rest = String(text.dropFirst(symbol?.count ?? 0))
      comparison = symbol.flatMap(BinaryOperator.init(symbol:)) ?? .equal
      test = Self.test(rest, comparison, number)
    }
  }

  private static func test(
    _ text: String, _ comparison: BinaryOperator, _ number: (String) -> Double?
  ) -> Test {
    let tellsEquality = comparison == .equal || comparison == .unequal
    if text.isEmpty, tellsEquality { return .blank }
    if let number = number(text) { return .number(number) }
    switch text.uppercased() {
    case "TRUE": return .logical(true)
    case "FALSE": return .logical(false)
    case let name:
      if let error = CellError(rawValue: name) { return .error(error) }
      return tellsEquality ? .pattern(WildcardPattern(text)) : .text(text)
    }
  }

  /// - Parameter number: reads a text as a number: with = and <> texts such as "7" equal 7.
  func holds(of value: CellValue, number: (String) -> Double?) -> Bool {
    switch comparison {
    case .equal: return equals(value, number)
    case .unequal: return !equals(value, number)
    default: break
    }
    switch (test, value) {
    case (.number(let limit), .number(let number)): return comparison.holds(number, limit)
    case (.text(let limit), .text(let text)):
      return comparison.holds(ComparedValue(.text(text)).order(to: ComparedValue(.text(limit))))
    case (.logical(let limit), .logical(let truth)):
      return comparison.holds(
        ComparedValue(.logical(truth)).order(to: ComparedValue(.logical(limit))))
    default: return false
    }
  }

  private func equals(_ value: CellValue, _ number: (String) -> Double?) -> Bool {
    switch (test, value) {
    case (.blank, .blank), (.blankOrEmptyText, .blank), (.blankOrEmptyText, .text("")): true
    case (.number(let wanted), .number(let found)): FifteenDigits.agree(wanted, found)
    case (.number(let wanted), .text(let text)): number(text) == wanted
    case (.pattern(let pattern), .text(let text)): pattern.matches(text)
    case (.logical(let wanted), .logical(let found)): wanted == found
    case (.error(let wanted), .error(let found)): wanted == found
    default: false
    }
  }
}
