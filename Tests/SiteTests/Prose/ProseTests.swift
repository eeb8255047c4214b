import Lessons
import Running
import Testing

@testable import Site

@Suite struct ProseTests {
  private static let at = Fixture.start

  static let blocks: [(block: Block, html: String)] = [
    (.paragraph([.text("a < b & c")], at), "<p>a &lt; b &amp; c</p>"),
    (.paragraph([.text("it's users' 'x'")], at), "<p>it’s users’ &#39;x’</p>"),
    (
      .paragraph([.emphasis([.text("a")]), .strong([.text("b")])], at),
      "<p><em>a</em><strong>b</strong></p>"
    ),
    (
      .paragraph([.code("<x>"), .softBreak, .text("y"), .hardBreak], at),
      "<p><code>&lt;x&gt;</code>\ny<br></p>"
    ),
    (
      .paragraph(
        [.link(destination: "https://example.org/?a&b", title: "\"t\"", [.text("l")])], at),
      "<p><a href=\"https://example.org/?a&amp;b\" title=\"&quot;t&quot;\">l</a></p>"
    ),
    (.quote([.paragraph([.text("q")], at)]), "<blockquote><p>q</p></blockquote>"),
    (.thematicBreak, "<hr>"),
    (
      .list(List(start: nil, isTight: true, items: [[.paragraph([.text("a")], at)]])),
      "<ul><li>a</li></ul>"
    ),
    (
      .list(List(start: 1, isTight: false, items: [[.paragraph([.text("a")], at)]])),
      "<ol><li><p>a</p></li></ol>"
    ),
    (.list(List(start: 4, isTight: true, items: [[]])), "<ol start=\"4\"><li></li></ol>"),
    (
      .code(language: "text", text: "a <b>\n", at),
      "<div class=\"code scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"text, block 1\">"
        + "<pre><code>a &lt;b&gt;</code></pre></div>"
    ),
    (
      Fixture.heading(2, "Two", anchor: "two"),
      "<h2 id=\"two\">Two <a class=\"anchor\" href=\"#two\" "
        + "aria-label=\"Link to this section\">#</a></h2>"
    ),
  ]

  @Test(arguments: blocks.indices)
  func block(_ index: Int) {
    let (block, html) = Self.blocks[index]
    #expect(Fixture.markup(block) == html)
  }

  @Test func onlyOneHeadingIsTheTitleAndNoLevelIsSkipped() throws {
    let lesson = Fixture.lesson([
      Fixture.heading(1, "Title", anchor: "title"), Fixture.heading(4, "A", anchor: "a"),
      Fixture.heading(1, "B", anchor: "b"), Fixture.heading(3, "C", anchor: "c"),
    ])
    let page = try Fixture.page(lesson)
    let levels = page.matches(of: #/<h([1-6])/#).map { String($0.output.1) }
    #expect(levels == ["1", "2", "2", "3", "2"])
  }

  @Test func aLessonWithoutHeadingIsTitledByItsFrontMatter() throws {
    let page = try Fixture.page(Fixture.lesson([.thematicBreak]))
    #expect(page.contains("<h1>A model</h1>"))
  }

  @Test(arguments: ["\n", "\r\n"])
  func mistakesAreFoundWhereTheyStand(lineEnd: String) throws {
    let source = "# T\n\nSee [x](02-lost.md) and $a + \\alhpa$.\n\n$$\nb\n\\bta\n$$\n"
      .replacing("\n", with: lineEnd)
    let at = SourcePosition(line: 3, column: 1)
    let lesson = Fixture.lesson(
      [
        .paragraph(
          [
            .link(destination: "02-lost.md", title: "", [.text("x")]),
            .math(tex: "a + \\alhpa", SourcePosition(line: 3, column: 25)),
          ], at), .math(tex: "\nb\n\\bta\n", SourcePosition(line: 5, column: 1)),
      ], source: source)
    let problems = try #require(throws: LessonProblems.self) { try Fixture.page(lesson) }.problems
    #expect(problems.map(\.position.line) == [3, 3, 7])
    #expect(problems.map(\.position.column) == [9, 30, 1])
    #expect(problems.map(\.length) == [10, 6, 4])
    #expect(problems[1].advice == "did you mean ‘\\alpha’?")
    #expect(problems[2].sourceLine == "\\bta")
  }

  @Test func imagesAreCopiedIntoTheSite() throws {
    let images = ImageSource { $0 == "figures/net.png" ? [1, 2] : nil }
    let image = Inline.image(source: "figures/net.png", title: "", alternative: "A \"net\"")
    let lesson = Fixture.lesson([.paragraph([image], Fixture.start)])
    let files = try Website(version: "1", images: images).files(
      for: lesson, LessonRun(slug: "model", steps: []), in: Curriculum([lesson]))
    #expect(files.last == SiteFile(path: "images/figures/net.png", bytes: [1, 2]))
    let page = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(page.contains("<img src=\"images/figures/net.png\" alt=\"A &quot;net&quot;\">"))
  }

  @Test(arguments: ["../x.png", "/x.png", "x.exe", "a//x.png", "http://e.org/x.png", "x y.png"])
  func imagesFromElsewhereAreRefused(_ source: String) {
    #expect(ImageSource { _ in [1] }.file(for: source) == nil)
  }
}
