import Display

/// What all pages have around their content.
struct PageFrame {
  let title: String
  let description: String
  let version: String
  let hasGlossary: Bool
  /// Where the page's results come from.
  var origin = "All results come from the code on these pages."

  /// Nothing is loaded but the two files beside the page and images: no inline style or script,
  /// no font, no request to anywhere.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    + "base-uri 'none'; form-action 'none'"

  func file(_ path: String, content: [Markup]) -> SiteFile {
    let page = Markup.element("html", ["lang": "en"], head, body(content))
    return SiteFile(path: path, text: "<!doctype html>\n" + page.rendered + "\n")
  }

  private var head: Markup {
    .element(
      "head", [:],
      .element("meta", ["charset": "utf-8"]),
      .element(
        "meta",
        ["http-equiv": "Content-Security-Policy", "content": Self.contentSecurityPolicy]),
      .element(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("meta", ["name": "color-scheme", "content": "light dark"]),
      .element("meta", ["name": "referrer", "content": "no-referrer"]),
      .element("meta", ["name": "description", "content": description]),
      .element("title", [:], .text(title)),
      .element("link", ["rel": "icon", "href": Self.icon]),
      .element("link", ["rel": "stylesheet", "href": "style.css"]),
      // In the head, so that a chosen theme is there before anything is drawn.
      .element("script", ["src": "lectern.js"]))
  }

  private func body(_ content: [Markup]) -> Markup {
    .element(
      "body", [:],
      .element(
        "a", ["class": "skip", "href": "#" + PageAnchors.main], .text("Skip to the content")),
      .element(
        "header", ["class": "site-header"],
        .element("a", ["class": "brand", "href": "index.html"], .text("Lectern")),
        .element("nav", ["aria-label": "Site"], places)),
      .element("main", ["id": PageAnchors.main, "tabindex": "-1"], content),
      .element(
        "footer", ["class": "site-footer"],
        .paragraph("Made with Lectern \(version). \(origin)")))
  }

  private var places: [Markup] {
    let lessons = Markup.element("a", ["href": "index.html"], .text("All lessons"))
    let glossary = Markup.element("a", ["href": GlossaryPage.path], .text("Glossary"))
    return hasGlossary ? [lessons, .text(" "), glossary] : [lessons]
  }

  /// An open book on a stand, as a data address: no request.
  private static let icon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
    + "%3Cpath%20fill='%23b4441c'%20d='M1%203l7%202%207-2v8l-7%202-7-2z'/%3E"
    + "%3Cpath%20stroke='%23fff'%20d='M8%205v8'/%3E%3C/svg%3E"
}
