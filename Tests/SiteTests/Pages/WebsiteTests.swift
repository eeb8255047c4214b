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

  @Test func theGlossaryHasTheTermsInOrder() throws {
    func term(_ name: String, _ explanation: Inline) -> Term {
      Term(name: name, explanation: [explanation], position: Fixture.start)
    }
    var (late, early) = (Fixture.lesson([], number: 2, slug: "late"), Fixture.lesson([], number: 1))
    late.frontMatter.terms = [term("bias", .text("A <constant>.")), term("Adam", .code("adam()"))]
    early.frontMatter.terms = [term("one-hot vector", .math(tex: "x", Fixture.start))]
    let loss = late.frontMatter.terms[0]
    late.blocks = [.paragraph([.definition(term: loss, [.text("Bias")])], Fixture.start)]
    let files = try Website(version: "1").files(
      for: [late, early].map { ($0, LessonRun(slug: $0.slug, steps: [])) })
    func page(_ path: String) throws -> String {
      String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }
    let glossary = try page("glossary.html")
    let places = [
      "<div id=\"adam\"><dt><a href=\"02-late.html#term:adam\">Adam</a></dt><dd><code>adam()</code>",
      "<div id=\"bias\"><dt><a href=\"02-late.html#term:bias\">bias</a></dt><dd>A &lt;constant&gt;.",
      "<div id=\"one-hot-vector\"><dt><a href=\"01-model.html#term:one-hot-vector\">",
    ].map { glossary.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(
      try page("02-late.html").contains(
        "<strong><dfn id=\"term:bias\"><a href=\"glossary.html#bias\">Bias</a></dfn></strong>"))
    for path in ["index.html", "01-model.html"] {
      #expect(try page(path).contains("<a href=\"glossary.html\">"))
    }
  }

  @Test func noTermsNoGlossary() throws {
    let files = try Website(version: "1").files(for: lessons())
    #expect(!files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("glossary.html") })
  }
}
