import Display

/// A plot drawn with characters. Its Braille patterns, which few monospaced fonts have, stand in
/// elements of their own, so that the style sheet keeps them in their columns.
struct PlotText {
  private static let patterns: ClosedRange<Character> = "\u{2800}"..."\u{28FF}"

  let text: String

  init(_ text: String) { self.text = text }

  var markup: Markup {
    var pieces: [Markup] = []
    var plain = ""
    for character in text {
      if PlotText.patterns.contains(character) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.element("span", ["class": "dots"], .text(String(character))))
      } else {
        plain.append(character)
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    // HTML drops a line break right after `<pre>`.
    let lineBreak: [Markup] = text.hasPrefix("\n") ? [.text("\n")] : []
    return .element("pre", [:], lineBreak + pieces)
  }
}
