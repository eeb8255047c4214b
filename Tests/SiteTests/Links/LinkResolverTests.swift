import Lessons
import Testing

@testable import Site

@Suite struct LinkResolverTests {
  private var links: LinkResolver {
    let here = Fixture.lesson([
      Fixture.heading(2, "A heading", anchor: "a-heading"), .step(Fixture.step("train")),
    ])
    let there = Fixture.lesson(
      [Fixture.heading(2, "Words", anchor: "words")], number: 1, slug: "sheet")
    return LinkResolver(curriculum: Curriculum([here, there]), anchors: PageAnchors(here))
  }

  @Test(arguments: [
    ("#a-heading", "#a-heading"), ("#train", "#train"), ("01-sheet.md", "01-sheet.html"),
    ("./01-sheet.md", "01-sheet.html"), ("01-sheet.md#words", "01-sheet.html#words"),
    ("https://example.org/a#b", "https://example.org/a#b"), ("mailto:a@b.org", "mailto:a@b.org"),
    ("HTTPS://example.org", "HTTPS://example.org"),
  ])
  func resolves(_ destination: String, _ address: String) throws {
    #expect(try links.address(of: destination) == address)
  }

  @Test(arguments: [
    ("", "this link leads nowhere"), ("#a-headin", "no heading or step ‘#a-headin’"),
    ("01-sheet.md#wrds", "no heading or step ‘#wrds’"), ("02-other.md", "no lesson ‘02-other.md’"),
    ("../README.md", "no lesson ‘../README.md’"),
    ("notes.pdf", "nothing at ‘notes.pdf’ on the site"),
    ("javascript:alert(1)", "links to ‘javascript:’ are not allowed"),
    ("JavaScript:alert(1)", "links to ‘javascript:’ are not allowed"),
    ("data:text/html,x", "links to ‘data:’ are not allowed"),
    ("file:///etc/passwd", "links to ‘file:’ are not allowed"),
    ("//example.org/x", "links to ‘//:’ are not allowed"),
  ])
  func refuses(_ destination: String, _ message: String) {
    let problem = #expect(throws: LinkResolver.BrokenLink.self) {
      try links.address(of: destination)
    }
    #expect(problem?.message == message)
  }

  /// The glossary and the page of replications have no source among the lessons.
  @Test(arguments: [
    ("glossary.html", "glossary.html", true), ("./replications.html", "replications.html", true),
    ("index.html", "index.html", false),
  ])
  func linksToGeneratedPages(
    _ destination: String, _ address: String, onlyWithContent: Bool
  ) throws {
    var lesson = Fixture.lesson([], number: 1, slug: "sheet")
    let bare = LinkResolver(curriculum: Curriculum([lesson]), anchors: PageAnchors(lesson))
    if onlyWithContent {
      #expect(throws: LinkResolver.BrokenLink.self) { try bare.address(of: destination) }
    }
    lesson.frontMatter.terms = [
      Term(name: "bias", explanation: [.text("A shift.")], position: Fixture.start)
    ]
    let full = LinkResolver(
      curriculum: Curriculum([lesson], hasReplications: true), anchors: PageAnchors(lesson))
    #expect(try full.address(of: destination) == address)
    let problem = #expect(throws: LinkResolver.BrokenLink.self) {
      try full.address(of: destination + "#x")
    }
    #expect(problem?.message == "‘\(address)’ has no places to link to")
  }

  @Test func aStepNamedLikeAHeadingHasItsOwnAnchor() throws {
    let lesson = Fixture.lesson([
      Fixture.heading(1, "T", anchor: "t"), Fixture.heading(2, "Train", anchor: "train"),
      .step(Fixture.step("train")),
    ])
    let page = try Fixture.page(lesson)
    #expect(page.contains("id=\"train\"") && page.contains("id=\"step:train\""))
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
  }
}
