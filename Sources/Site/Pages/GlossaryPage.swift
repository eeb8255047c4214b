import Display
import Lessons

/// All terms that the lessons explain, in the order of the alphabet, each with a link to the place
/// that explains it.
struct GlossaryPage {
  static let path = "glossary.html"

  let lessons: [Lesson]
  let curriculum: Curriculum
  let version: String

  /// Where a term's entry is.
  static func address(of term: Term) -> String { path + "#" + term.anchor }

  /// - Throws: links and formulas of the explanations that cannot be shown.
  func file() throws(LessonProblems) -> SiteFile {
    var problems: [LessonProblem] = []
    let entries = lessons.flatMap { lesson in
      lesson.frontMatter.terms.map { ($0, entry($0, of: lesson, &problems)) }
    }.sorted { left, right in
      (left.0.name.lowercased(), left.0.anchor) < (right.0.name.lowercased(), right.0.anchor)
    }
    guard problems.isEmpty else { throw LessonProblems(problems) }
    let frame = PageFrame(
      title: "Glossary · Lectern", description: lead, version: version, hasGlossary: true)
    return frame.file(
      Self.path, content: [header, .element("dl", ["class": "glossary"], entries.map(\.1))])
  }

  private var lead: String {
    "Every term of the lessons in one sentence, and where it is explained."
  }

  private var header: Markup {
    .element(
      "header", ["class": "index-header"],
      .element("h1", [:], .text("Glossary")), .paragraph(lead, class: "summary"))
  }

  private func entry(
    _ term: Term, of lesson: Lesson, _ problems: inout [LessonProblem]
  ) -> Markup {
    let links = LinkResolver(curriculum: curriculum, anchors: PageAnchors(lesson))
    var prose = ProseRenderer(lesson: lesson, links: links, images: .none)
    let explanation = prose.render(term.explanation, at: term.position)
    problems += prose.problems
    let place = lesson.pageName + "#" + PageAnchors.anchor(of: term)
    let name = lesson.number.map { "Lesson \($0): \(lesson.title)" } ?? lesson.title
    return .element(
      "div", ["id": term.anchor],
      .element("dt", [:], .element("a", ["href": place], .text(term.name))),
      .element(
        "dd", [:], explanation + [.element("span", ["class": "source"], .text(name))]))
  }
}
