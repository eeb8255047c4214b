import Display
import Lessons

/// Turns the prose of one lesson into markup, and gathers what is wrong with it.
///
/// Inline content is in `ProseRenderer+Inline.swift`. Steps and hints are not prose: see
/// ``LessonBody``.
struct ProseRenderer {
  let text: LessonText
  let links: LinkResolver
  let images: ImageSource
  private(set) var problems: [LessonProblem] = []
  /// The images shown so far, to be copied into the site.
  var usedImages: [SiteFile] = []
  /// The last heading's level: the next one is at most one deeper.
  private var headingLevel = 0
  private var codeCount = 0
  private var formulaCount = 0

  init(lesson: Lesson, links: LinkResolver, images: ImageSource) {
    text = LessonText(lesson)
    self.links = links
    self.images = images
  }

  mutating func render(_ block: Block) -> Markup {
    switch block {
    case .heading(let heading): render(heading)
    case .paragraph(let content, let position):
      .element("p", [:], render(content, at: position))
    case .quote(let blocks): .element("blockquote", [:], blocks.map { render($0) })
    case .list(let list): render(list)
    case .code(let language, let code, _): codeBlock(code, language: language)
    case .thematicBreak: .element("hr")
    case .math(let tex, let position):
      formula(tex, at: position)
    case .answer(let blocks, _):
      .disclosure("Answer", class: "answer", blocks.map { render($0) })
    case .step, .hint: .fragment([])
    }
  }

  /// The lesson's first heading is the page's only `h1`; no level is skipped on the way down.
  private mutating func render(_ heading: Heading) -> Markup {
    let isFirst = headingLevel == 0
    headingLevel = isFirst ? 1 : min(max(heading.level, 2), headingLevel + 1)
    let content = render(heading.content, at: heading.position)
    if isFirst { return .element("h1", ["id": heading.anchor], content) }
    let link = Markup.element(
      "a", ["class": "anchor", "href": "#" + heading.anchor, "aria-label": "Link to this section"],
      .text("#"))
    return .element("h\(headingLevel)", ["id": heading.anchor], content + [.text(" "), link])
  }

  /// The page has its `h1` from elsewhere.
  mutating func skipFirstHeading() { headingLevel = 1 }

  private mutating func render(_ list: List) -> Markup {
    let items = list.items.map { blocks in
      Markup.element("li", [:], blocks.map { item($0, isTight: list.isTight) })
    }
    guard let start = list.start else { return .element("ul", [:], items) }
    return .element("ol", ["start": start == 1 ? nil : "\(start)"], items)
  }

  private mutating func item(_ block: Block, isTight: Bool) -> Markup {
    if isTight, case .paragraph(let content, let position) = block {
      return .fragment(render(content, at: position))
    }
    return render(block)
  }

  private mutating func codeBlock(_ code: String, language: String) -> Markup {
    codeCount += 1
    let name = language.isEmpty ? "Text" : language
    let isMarkdown = ["markdown", "md"].contains(language)
    return .scrollable(
      isMarkdown ? "code sample" : "code", label: "\(name), block \(codeCount)",
      .preformattedCode(.text(code.trimmedEnd)))
  }

  private mutating func formula(_ tex: String, at position: SourcePosition) -> Markup {
    formulaCount += 1
    return .scrollable(
      "formula", label: "Formula \(formulaCount)", math(tex, display: true, at: position))
  }

  /// A formula; its TeX when it has a mistake, which is then among the ``problems``.
  mutating func math(_ tex: String, display: Bool, at position: SourcePosition) -> Markup {
    do {
      return try MathML.render(tex: tex, display: display)
    } catch {
      problems.append(text.problem(error, in: tex, display: display, at: position))
      return .element("code", [:], .text(tex))
    }
  }

  mutating func report(
    _ message: String, advice: String?, words: String, from position: SourcePosition
  ) {
    problems.append(text.problem(message, advice: advice, words: words, from: position))
  }
}
