extension Character {
  /// How many cells of a terminal the character takes: 0, 1 or 2.
  package var terminalWidth: Int {
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.map(\.terminalWidth).max() ?? 0
  }
}

extension Unicode.Scalar {
  fileprivate var terminalWidth: Int {
    if isASCII { return value < 0x20 || value == 0x7F ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return Unicode.Scalar.wideRanges.contains { $0.contains(value) } ? 2 : 1
  }

  /// Blocks whose characters are wide or fullwidth (Unicode Standard Annex 11).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// How many cells of a terminal the text takes.
  package var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }

  /// The text with blanks after it, or before it, up to `width` cells.
  package func padded(to width: Int, trailing: Bool = false) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, width - terminalWidth))
    return trailing ? blanks + self : self + blanks
  }

  /// The text if it fits in `width` cells, else its beginning and an ellipsis.
  package func truncated(to width: Int, ellipsis: String = "…") -> String {
    guard terminalWidth > width else { return String(self) }
    var kept = ""
    var rest = width - ellipsis.terminalWidth
    for character in self {
      rest -= character.terminalWidth
      if rest < 0 { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return width < ellipsis.terminalWidth ? "" : kept + ellipsis
  }

  /// The text in one line: line breaks, tabs and other controls become blanks.
  package var onOneLine: String {
    String(
      map { character in
        character.isNewline
          || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
          ? " " : character
      })
  }

  package var withoutTrailingBlanks: String {
    var text = String(self)
    while text.last == " " { text.removeLast() }
    return text
  }
}
