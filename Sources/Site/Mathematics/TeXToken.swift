/// A word of TeX with its place in the formula.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    /// `\alpha`, without the backslash; also `\,` and `\\`.
    case command(String)
    /// A run of digits with an optional decimal point.
    case number(String)
    case character(Character)
    case openBrace, closeBrace, superscript, `subscript`, alignment
    case space
  }

  var kind: Kind
  /// In UTF-8 bytes from the formula's start.
  var offset: Int
  var length: Int

  static func tokens(of tex: String) -> [TeXToken] {
    var tokens: [TeXToken] = []
    var rest = tex[...]
    while let first = rest.first {
      let start = rest.startIndex
      let kind = scan(first, &rest)
      tokens.append(
        TeXToken(
          kind: kind, offset: tex.utf8.distance(from: tex.startIndex, to: start),
          length: tex.utf8.distance(from: start, to: rest.startIndex)))
    }
    return tokens
  }

  private static func scan(_ first: Character, _ rest: inout Substring) -> Kind {
    if first == "\\" { return scanCommand(&rest) }
    if first.isDigit { return scanNumber(&rest) }
    if first.isWhitespace {
      rest = rest.drop(while: \.isWhitespace)
      return .space
    }
    rest.removeFirst()
    return switch first {
    case "{": .openBrace
    case "}": .closeBrace
    case "^": .superscript
    case "_": .subscript
    case "&": .alignment
    default: .character(first)
    }
  }

  private static func scanCommand(_ rest: inout Substring) -> Kind {
    rest.removeFirst()
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    let name = letters.isEmpty ? rest.prefix(1) : letters
    rest = rest.dropFirst(name.count)
    return .command(String(name))
  }

  private static func scanNumber(_ rest: inout Substring) -> Kind {
    var number = String(rest.prefix(while: \.isDigit))
    rest = rest.dropFirst(number.count)
    if rest.first == ".", let next = rest.dropFirst().first, next.isDigit {
      let fraction = rest.dropFirst().prefix(while: \.isDigit)
      number += "." + fraction
      rest = rest.dropFirst(1 + fraction.count)
    }
    return .number(number)
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
