/// Cuts a formula into its words.
struct FormulaScanner {
  let characters: [Character]
  private let text: String
  var position: Int

  /// - Parameter text: with its leading `=`.
  static func tokens(of text: String) throws(WorksheetError) -> [FormulaToken] {
    var scanner = FormulaScanner(text)
    var tokens: [FormulaToken] = []
    repeat { tokens.append(try scanner.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(_ text: String) {
    self.text = text
    characters = Array(text)
    position = 1
  }

  private mutating func next() throws(WorksheetError) -> FormulaToken {
    skip { $0.isWhitespace }
    let start = position
    guard let first = peek() else { return FormulaToken(kind: .end, offsets: start..<start) }
    let kind: FormulaToken.Kind =
      if first == "\"" { .text(try string()) } else if first.isDecimalDigit || first == "." {
        try numberOrRows()
      } else if first.isNameStart || first == "$" { try word() } else if first == "#" {
        .error(try errorValue())
      } else { .symbol(try symbol()) }
    return FormulaToken(kind: kind, offsets: start..<position)
  }

  /// `"He said ""no"""`: a quote inside is doubled.
  private mutating func string() throws(WorksheetError) -> String {
    let start = position
    var content = ""
    position += 1
    while let character = take() {
      if character != "\"" {
        content.append(character)
      } else if peek() == "\"" {
        content.append("\"")
        position += 1
      } else {
        return content
      }
    }
    throw error("this text has no closing quote", at: start, advice: "Put a \" at its end")
  }

  /// A number, or whole rows such as `2:3`.
  private mutating func numberOrRows() throws(WorksheetError) -> FormulaToken.Kind {
    let start = position
    skip { $0.isDecimalDigit }
    let digits = String(characters[start..<position])
    if let range = try range(from: digits, at: start) { return range }
    position = start
    return .number(try number())
  }

  private mutating func number() throws(WorksheetError) -> Double {
    let start = position
    skip { $0.isDecimalDigit }
    if peek() == "." {
      position += 1
      skip { $0.isDecimalDigit }
    }
    if let letter = peek(), letter == "e" || letter == "E" {
      position += 1
      if peek() == "+" || peek() == "-" { position += 1 }
      skip { $0.isDecimalDigit }
    }
    let digits = String(characters[start..<position])
    guard let number = Double(digits.hasSuffix(".") ? digits + "0" : digits), number.isFinite else {
      throw error(
        "“\(digits)” is not a number", at: start, advice: "Write one like 12, 0.5 or 1e-3")
    }
    return number
  }

  mutating func name() -> String {
    let start = position
    skip { $0.isNameStart || $0.isDecimalDigit || $0 == "$" || $0 == "." }
    return String(characters[start..<position])
  }

  private mutating func errorValue() throws(WorksheetError) -> CellError {
    for value in CellError.allCases where characters[position...].starts(with: value.rawValue) {
      position += value.rawValue.count
      return value
    }
    throw error("no error value is written like this", at: position, advice: "")
  }

  private mutating func symbol() throws(WorksheetError) -> String {
    let start = position
    let first = String(take()!)
    if let second = peek(), ["<=", ">=", "<>"].contains(first + String(second)) {
      position += 1
      return first + String(second)
    }
    if BinaryOperator(symbol: first) != nil || ["(", ")", ",", "%"].contains(first) {
      return first
    }
    throw error("“\(first)” means nothing in a formula", at: start, advice: Self.advice(first))
  }

  private static func advice(_ symbol: String) -> String {
    switch symbol {
    case ";": "Put a comma between arguments"
    case "'", "“", "”", "‘", "’": "Put text in straight double quotes: \"like this\""
    case "{", "[": "Write the numbers into cells and refer to them"
    case "!": "“Not equal” is <>; other sheets cannot be referred to"
    default: ""
    }
  }

  func peek() -> Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func take() -> Character? {
    defer { position += 1 }
    return peek()
  }

  mutating func skip(while condition: (Character) -> Bool) {
    while let character = peek(), condition(character) { position += 1 }
  }

  func error(_ message: String, at offset: Int, advice: String) -> WorksheetError {
    .formula(text: text, offset: offset, message: message, advice: advice)
  }
}

extension Character {
  var isDecimalDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isNameStart: Bool { isLetter || self == "_" }
}
