import Display
import Lessons
import Running

/// The page of one lesson.
struct LessonPage {
  let lesson: Lesson
  let run: LessonRun
  let curriculum: Curriculum
  let version: String
  let cache: any HighlightCache
  let images: ImageSource

  /// The page, and the images that it shows.
  func files() throws(LessonProblems) -> [SiteFile] {
    let anchors = PageAnchors(lesson)
    let links = LinkResolver(curriculum: curriculum, anchors: anchors)
    var prose = ProseRenderer(lesson: lesson, links: links, images: images)
    let article = article(anchors, &prose)
    let problems =
      FrontMatterCheck(lesson: lesson, run: run, curriculum: curriculum).problems + prose.problems
    guard problems.isEmpty else { throw LessonProblems(problems) }
    let frame = PageFrame(
      title: lesson.title + " · Lectern", description: lesson.frontMatter.summary,
      version: version, hasGlossary: curriculum.hasTerms)
    return [frame.file(lesson.pageName, content: article)] + prose.usedImages
  }

  private func article(_ anchors: PageAnchors, _ prose: inout ProseRenderer) -> [Markup] {
    let (title, rest) = title(&prose)
    let body = LessonBody(lesson: lesson, run: run, anchors: anchors, cache: cache)
      .markup(rest, prose: &prose)
    let contents = ContentsList(blocks: lesson.blocks).markup(&prose)
    return [
      .element(
        "article", ["class": "lesson"],
        [header(title)] + contents + [
          .element("div", ["class": "body"], body),
          Receipt(lesson: lesson, run: run, version: version).markup,
        ]),
      neighbours,
    ]
  }

  /// The lesson's own heading, or one from the front matter, and the blocks after it.
  private func title(_ prose: inout ProseRenderer) -> (Markup, ArraySlice<Block>) {
    if let first = lesson.blocks.first, case .heading = first {
      return (prose.render(first), lesson.blocks.dropFirst())
    }
    prose.skipFirstHeading()
    return (.element("h1", [:], .text(lesson.title)), lesson.blocks[...])
  }

  private func header(_ title: Markup) -> Markup {
    let number = lesson.number.map { Markup.paragraph("Lesson \($0)", class: "eyebrow") }
    let content = [
      number, title, .paragraph(lesson.frontMatter.summary, class: "summary"), facts,
    ]
    return .element("header", ["class": "lesson-header"], content.compactMap { $0 })
  }

  /// How long it takes, what it rests on, what to read first.
  private var facts: Markup? {
    var facts: [[Markup]] = []
    if let minutes = lesson.frontMatter.minutes { facts.append([.text("\(minutes) minutes")]) }
    if !lesson.frontMatter.data.isEmpty {
      facts.append([.text("Data: " + lesson.frontMatter.data.joined(separator: ", "))])
    }
    let earlier = curriculum.readingFirst(lesson.frontMatter.after)
    if !earlier.isEmpty { facts.append([.text("Read first: ")] + earlier) }
    if facts.isEmpty { return nil }
    return .element(
      "ul", ["class": "facts"], facts.map { .element("li", [:], $0) })
  }

  private var neighbours: Markup {
    let (previous, next) = curriculum.neighbours(of: lesson.pageName)
    let links = [
      previous.map { link(to: $0, words: "Previous", relation: "prev") },
      next.map { link(to: $0, words: "Next", relation: "next") },
    ].compactMap { $0 }
    return links.isEmpty
      ? .fragment([])
      : .element("nav", ["class": "neighbours", "aria-label": "Previous and next lesson"], links)
  }

  private func link(
    to entry: Curriculum.Entry, words: String, relation: String
  ) -> Markup {
    .element(
      "a", ["href": entry.page, "rel": relation, "class": relation],
      .element("span", ["class": "direction"], .text(words)),
      .element("span", ["class": "title"], .text(entry.numberedTitle)))
  }
}

extension Curriculum {
  /// Links to the lessons of these slugs, with commas between; a slug without a lesson is text.
  func readingFirst(_ slugs: [String]) -> [Markup] {
    slugs.enumerated().flatMap { index, slug -> [Markup] in
      let comma: [Markup] = index > 0 ? [.text(", ")] : []
      guard let entry = entry(slug: slug) else { return comma + [.text(slug)] }
      return comma + [.element("a", ["href": entry.page], .text(entry.frontMatter.title))]
    }
  }
}
