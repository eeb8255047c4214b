import Display

/// How wide text will be in a proportional sans-serif font, by classes of characters: close
/// enough to keep labels apart, and the same on every machine.
enum SVGText {
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + relativeWidth($1) } * size
  }

  private static func relativeWidth(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!": 0.29
    case "f", "t", "r", "(", ")", "[", "]", " ", "-", "/": 0.37
    case "m", "w", "M", "W", "@", "%": 0.88
    case "A"..."Z": 0.68
    default: 0.57 * Double(character.terminalWidth == 2 ? 2 : min(character.terminalWidth, 1))
    }
  }

  /// The words of `text` in lines of at most `width`.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.onOneLine.split(separator: " ") {
      if let last = lines.last, SVGText.width(last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text, cut with an ellipsis where it is wider than `width`.
  static func truncated(_ text: String, size: Double, width: Double) -> String {
    let line = text.onOneLine
    if SVGText.width(line, size: size) <= width { return line }
    var kept = ""
    for character in line {
      if SVGText.width(kept + String(character) + "…", size: size) > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
