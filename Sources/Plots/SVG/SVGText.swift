import Display

/// How wide text will be at most, by classes of characters: measured on DejaVu Sans, the widest
/// of the sans-serif fonts that browsers usually have, and the same on every machine.
enum SVGText {
  /// Semibold letters take so much more room than regular ones.
  static let boldFactor = 1.12

  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + relativeWidth($1) } * size
  }

  private static func relativeWidth(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "J", "'", ".", ",", " ": 0.33
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", ":", ";", "|", "!": 0.4
    case "m", "w", "M", "W", "@", "%", "…", "—": 1
    case "+", "=", "<", ">", "−", "×": 0.84
    case "A"..."Z": 0.77
    default: 0.64 * Double(character.terminalWidth == 2 ? 2 : min(character.terminalWidth, 1))
    }
  }

  /// The words of `text` in lines of at most `width`; a word longer than a line is cut.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.onOneLine.split(separator: " ") {
      if let last = lines.last, SVGText.width(last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(truncated(String(word), size: size, width: width))
      }
    }
    return lines
  }

  /// Like ``lines(_:size:width:)``, but with lines of about the same width: no last word stands
  /// alone.
  static func balancedLines(_ text: String, size: Double, width: Double) -> [String] {
    let full = lines(text, size: size, width: width)
    for part in stride(from: 0.5, to: 1, by: 0.05) {
      let narrower = lines(text, size: size, width: width * part)
      // No more lines, and no word cut that fits now.
      let isSame = narrower.joined(separator: " ") == full.joined(separator: " ")
      if isSame && narrower.count == full.count { return narrower }
    }
    return full
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
