import Display
import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Colours Swift as the Swift parser understands it.
enum SwiftColours {
  /// The code in pieces that together are the code; neighbours differ in kind.
  static func tokens(of code: String) -> [CodeToken] {
    let bytes = Array(code.utf8)
    var tokens: [CodeToken] = []
    func append(_ kind: CodeToken.Kind, _ range: Range<Int>) {
      guard !range.isEmpty else { return }
      let text = String(decoding: bytes[range], as: UTF8.self)
      if tokens.last?.kind == kind {
        tokens[tokens.count - 1].text += text
      } else {
        tokens.append(CodeToken(kind: kind, text: text))
      }
    }
    var end = 0
    for classified in Parser.parse(source: code).classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      append(.plain, end..<max(end, range.lowerBound))
      append(kind(of: classified.kind), range)
      end = range.upperBound
    }
    append(.plain, end..<max(end, bytes.count))
    return tokens
  }

  private static func kind(of classification: SyntaxClassification) -> CodeToken.Kind {
    switch classification {
    case .keyword, .ifConfigDirective: .keyword
    case .type: .type
    case .integerLiteral, .floatLiteral: .number
    case .stringLiteral, .regexLiteral: .string
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
    case .attribute: .attribute
    case .operator: .operator
    case .argumentLabel: .label
    default: .plain
    }
  }
}

extension Markup {
  /// Coloured code, to stand in `code`.
  static func code(_ tokens: [CodeToken]) -> Markup {
    .fragment(
      tokens.map { token in
        token.kind == .plain
          ? .text(token.text)
          : .element("span", ["class": "swift-\(token.kind.rawValue)"], .text(token.text))
      })
  }
}
