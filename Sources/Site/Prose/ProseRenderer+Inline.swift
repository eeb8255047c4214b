import Display
import Lessons

extension ProseRenderer {
  /// - Parameter position: of the block that the text stands in.
  mutating func render(_ content: [Inline], at position: SourcePosition) -> [Markup] {
    content.map { render($0, at: position) }
  }

  private mutating func render(_ inline: Inline, at position: SourcePosition) -> Markup {
    switch inline {
    case .text(let text): .text(text.withApostrophes)
    case .code(let code): .element("code", [:], .text(code))
    case .emphasis(let content): .element("em", [:], render(content, at: position))
    case .strong(let content): .element("strong", [:], render(content, at: position))
    case .definition(let term, let content): definition(of: term, content, at: position)
    case .link(let destination, let title, let content):
      link(to: destination, title: title, content, at: position)
    case .image(let source, let title, let alternative):
      image(source, title: title, alternative: alternative, at: position)
    case .math(let tex, let position): math(tex, display: false, at: position)
    case .softBreak: .text("\n")
    case .hardBreak: .element("br")
    }
  }

  /// The words in bold that explain a term, with a link to its entry in the glossary.
  private mutating func definition(
    of term: Term, _ content: [Inline], at position: SourcePosition
  ) -> Markup {
    let words = render(content, at: position)
    let link = Markup.element("a", ["href": GlossaryPage.address(of: term)], words)
    return .element(
      "strong", [:], .element("dfn", ["id": PageAnchors.anchor(of: term)], link))
  }

  private mutating func link(
    to destination: String, title: String, _ content: [Inline], at position: SourcePosition
  ) -> Markup {
    let content = render(content, at: position)
    do {
      let address = try links.address(of: destination)
      let title = title.isEmpty ? nil : title
      return .element("a", ["href": address, "title": title], content)
    } catch {
      report(error.message, advice: error.advice, words: destination, from: position)
      return .fragment(content)
    }
  }

  private mutating func image(
    _ source: String, title: String, alternative: String, at position: SourcePosition
  ) -> Markup {
    if alternative.isEmpty {
      report(
        "an image without a description", advice: "write ![what it shows](\(source))",
        words: source, from: position)
    }
    guard let file = images.file(for: source) else {
      report(
        "no image ‘\(source)’ beside the lesson",
        advice: "png, jpg, gif, webp and svg files in the lesson's folder or below can be shown",
        words: source, from: position)
      return .text(alternative)
    }
    usedImages.append(file)
    return .element(
      "img",
      ["src": file.path, "alt": alternative, "title": title.isEmpty ? nil : title])
  }
}

extension String {
  /// A straight quote after a letter or a figure is an apostrophe and is set as one.
  var withApostrophes: String {
    guard contains("'") else { return self }
    var text = ""
    for character in self {
      let isApostrophe = character == "'" && text.last.map { $0.isLetter || $0.isNumber } == true
      text.append(isApostrophe ? "’" : character)
    }
    return text
  }
}

extension [Inline] {
  /// Without links, for places that are links themselves.
  var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, _, let content): content.withoutLinks
      case .emphasis(let content): [.emphasis(content.withoutLinks)]
      case .strong(let content): [.strong(content.withoutLinks)]
      case .definition(_, let content): [.strong(content.withoutLinks)]
      default: [inline]
      }
    }
  }
}
