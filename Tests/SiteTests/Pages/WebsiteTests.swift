import Lessons
import Running
import Testing

@testable import Site

@Suite struct WebsiteTests {
  private func lessons() -> [(Lesson, LessonRun)] {
    let steps = (1...9).map { Block.step(Fixture.step("s\($0)", "let x = \($0)")) }
    let first = Fixture.lesson(steps, number: 1, slug: "first")
    var second = Fixture.lesson([], number: 12, slug: "second")
    second.frontMatter.after = ["first", "not-yet-written"]
    return [second, first].map { ($0, LessonRun(slug: $0.slug, steps: [])) }
  }

  @Test func sameInputsSameBytes() throws {
    let once = try Website(version: "1").files(for: lessons())
    let again = try Website(version: "1").files(for: lessons().reversed())
    #expect(once == again)
    #expect(
      once.map(\.path) == [
        "01-first.html", "12-second.html", "index.html", "lectern.js", "style.css",
      ])
  }

  @Test func neighboursFollowTheNumbers() throws {
    let files = try Website(version: "1").files(for: lessons())
    let first = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(first.contains("<a href=\"12-second.html\" rel=\"next\" class=\"next\">"))
    #expect(!first.contains("rel=\"prev\""))
  }

  @Test func theIndexSaysWhatToReadFirst() throws {
    let files = try Website(version: "1").files(for: lessons())
    let index = String(decoding: files[2].bytes, as: UTF8.self)
    #expect(index.contains("Read first: <a href=\"01-first.html\">A model</a>, not-yet-written"))
  }

  @Test func theProblemsOfAllLessonsComeTogether() {
    let broken = [1, 2].map { number in
      let slug = "lesson\(number)"
      return Fixture.lesson([.math(tex: "\\nope", Fixture.start)], number: number, slug: slug)
    }
    let problems = #expect(throws: LessonProblems.self) {
      try Website(version: "1").files(
        for: broken.map { ($0, LessonRun(slug: $0.slug, steps: [])) })
    }
    #expect(problems?.problems.count == 2)
  }
}
