import Display

/// A message about a step, with a word at its head that says what it is: colour alone never does.
struct NoticeView {
  enum Kind: String {
    /// Something is wrong.
    case failure
    /// Something went wrong as the lesson meant it to.
    case intended
    case skipped
    case aside
  }

  var kind: Kind
  var title: String
  var text: String = ""

  var markup: Markup {
    let body = text.isEmpty ? [] : [Markup.preformatted(text.trimmedEnd)]
    return .element(
      "div", ["class": "notice \(kind.rawValue)"],
      [.paragraph(title, class: "notice-title")] + body)
  }

  static func skipped(_ reason: String) -> Markup {
    NoticeView(kind: .skipped, title: "Not run: \(reason)").markup
  }
}
