import Lessons
import Running

@testable import Site

/// Small lessons and runs for the tests.
enum Fixture {
  static let start = SourcePosition(line: 1, column: 1)

  static func heading(_ level: Int, _ text: String, anchor: String) -> Block {
    .heading(Heading(level: level, content: [.text(text)], anchor: anchor, position: start))
  }

  static func step(
    _ id: String, _ code: String = "1", role: Step.Role = .ordinary,
    visibility: Step.Visibility = .shown, expected: String? = nil, isUnchecked: Bool = false
  ) -> Step {
    let output = expected.map { text in
      ExpectedOutput(text: text, isUnchecked: isUnchecked, position: start, byteRange: 0..<0)
    }
    return Step(
      id: id, role: role, visibility: visibility, code: code, position: start, codeLine: 10,
      expected: output)
  }

  static func lesson(
    _ blocks: [Block], number: Int? = 3, slug: String = "model", source: String = ""
  ) -> Lesson {
    let name = (number.map { "0\($0)-" } ?? "") + slug
    return Lesson(
      path: "Lessons/\(name).md", number: number, slug: slug,
      frontMatter: FrontMatter(title: "A model", summary: "What it does."), source: source,
      blocks: blocks)
  }

  static func page(_ lesson: Lesson, _ steps: [StepRun] = []) throws -> String {
    let files = try Website(version: "1.2.3").files(
      for: lesson, LessonRun(slug: lesson.slug, steps: steps), in: Curriculum([lesson]))
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  /// What the prose of one block becomes.
  static func markup(_ block: Block) -> String {
    let lesson = Self.lesson([])
    let links = LinkResolver(curriculum: Curriculum([lesson]), anchors: PageAnchors(lesson))
    var prose = ProseRenderer(lesson: lesson, links: links, images: .none)
    prose.skipFirstHeading()
    return prose.render(block).rendered
  }
}
