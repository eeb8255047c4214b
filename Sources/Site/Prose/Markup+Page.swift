import Display

extension Markup {
  /// A box that scrolls inside itself when its content is wider than the page, by keyboard too.
  ///
  /// - Parameter label: what a screen reader calls it; unique on the page.
  static func scrollable(_ styleClass: String, label: String, _ content: Markup) -> Markup {
    .element(
      "div",
      ["class": styleClass + " scrolls", "role": "region", "tabindex": "0", "aria-label": label],
      content)
  }

  static func preformattedCode(_ code: Markup) -> Markup {
    .element("pre", [:], .element("code", [:], code))
  }

  /// Text as it is, spaces and lines kept. (HTML drops a line break right after `<pre>`.)
  static func preformatted(_ text: String) -> Markup {
    .element("pre", [:], .text((text.hasPrefix("\n") ? "\n" : "") + text))
  }

  /// Something a reader can open, closed at first.
  static func disclosure(
    _ summary: String, class styleClass: String, _ content: [Markup]
  ) -> Markup {
    .element(
      "details", ["class": styleClass],
      [.element("summary", [:], .text(summary))] + content)
  }

  /// A paragraph of plain text.
  static func paragraph(_ text: String, class styleClass: String? = nil) -> Markup {
    .element("p", ["class": styleClass], .text(text))
  }
}

extension String {
  /// Without white space and line breaks at the end.
  var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
