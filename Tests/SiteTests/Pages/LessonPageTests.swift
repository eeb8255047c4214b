import Display
import Lessons
import Running
import Testing

@testable import Site

@Suite struct LessonPageTests {
  private static let hostile = "</title><script>\"'&"

  @Test func hostileTextIsEscapedEverywhere() throws {
    let text = Self.hostile
    var lesson = Fixture.lesson([
      .heading(
        Heading(level: 1, content: [.text(text)], anchor: "t", position: Fixture.start)),
      .heading(
        Heading(level: 2, content: [.code(text)], anchor: "a", position: Fixture.start)),
      .heading(
        Heading(level: 2, content: [.emphasis([.text(text)])], anchor: "b", position: Fixture.start)
      ),
      .code(language: text, text: text, Fixture.start),
      .math(tex: "\\text{</script>}", Fixture.start),
      .step(Fixture.step("s", "\"\"\"\n\(text)\n\"\"\"")),
      .hint(exercise: text, [.paragraph([.text(text)], Fixture.start)], Fixture.start),
      .answer([.paragraph([.text(text)], Fixture.start)], Fixture.start),
    ])
    lesson.frontMatter = FrontMatter(
      title: text, summary: text, minutes: 1, data: [text], after: [text])
    let run = StepRun(
      id: "s", outcome: .failed(Failure(kind: .trap, message: text, position: nil)),
      outputs: [.text(text)], errorText: text)
    let page = try Fixture.page(lesson, [run])
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.contains("<script src=\"lectern.js\"></script>"))
    #expect(page.components(separatedBy: "</title>").count == 2)
  }

  @Test func nothingIsInlineAndThePolicyIsStrict() throws {
    let page = try Fixture.page(
      Fixture.lesson([.step(Fixture.step("s")), .math(tex: "x", Fixture.start)]))
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;self&#39;"))
    #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains("javascript:"))
    #expect(!page.contains(" onload=") && !page.contains("src=\"http"))
  }

  @Test func foldedAndHiddenCode() throws {
    let page = try Fixture.page(
      Fixture.lesson([
        .step(Fixture.step("folded", "let secret = 1", visibility: .folded)),
        .step(Fixture.step("hidden", "let unseen = 1", visibility: .hidden)),
      ]),
      [
        StepRun(id: "folded", outcome: .succeeded),
        StepRun(id: "hidden", outcome: .succeeded, outputs: [.text("seen")]),
      ])
    #expect(page.contains("<details class=\"fold\"><summary>Show the code</summary>"))
    #expect(!page.contains("unseen") && page.contains("<pre>seen</pre>"))
  }

  @Test func exercisesKeepTheirAnswersClosed() throws {
    let lesson = Fixture.lesson([
      .step(Fixture.step("bias", role: .starter(exercise: "bias"))),
      .hint(
        exercise: "bias", [.paragraph([.text("think "), .code("<b>")], Fixture.start)],
        Fixture.start),
      .step(Fixture.step("slip", role: .wrong(exercise: "bias"))),
      .step(Fixture.step("answer", role: .solution(exercise: "bias"))),
      .step(Fixture.step("judge", role: .check(exercise: "bias"))),
    ])
    let page = try Fixture.page(
      lesson,
      [StepRun(id: "slip", outcome: .succeeded, outputs: [.text("the bias <b> is missing\n")])])
    #expect(page.components(separatedBy: "<section class=\"exercise\"").count == 2)
    #expect(page.contains("<p>think <code>&lt;b&gt;</code></p>"))
    #expect(
      page.contains(
        "<p class=\"notice-title\">What the check says</p><pre>the bias &lt;b&gt; is missing</pre>")
    )
    for summary in ["Hint", "Solution", "Check", "A common wrong answer"] {
      #expect(page.contains("<summary>\(summary)</summary>"))
    }
    #expect(!page.contains("<details open"))
  }

  @Test func answersAreProseBehindADisclosure() throws {
    let page = try Fixture.page(
      Fixture.lesson([
        .paragraph([.text("Why?")], Fixture.start),
        .answer(
          [.paragraph([.math(tex: "x", Fixture.start)], Fixture.start)], Fixture.start),
      ]))
    #expect(
      page.contains(
        "<p>Why?</p><details class=\"answer\"><summary>Answer</summary><p><math alttext=\"x\">"))
  }

  @Test func checksThatAcceptTheStarterAreAFailure() throws {
    let lesson = Fixture.lesson([.step(Fixture.step("s", role: .starter(exercise: "e")))])
    let run = LessonRun(
      slug: "model", steps: [],
      exercises: [ExerciseRun(name: "e", starterWasRejected: false, message: "passed")])
    let files = try Website(version: "1").files(for: lesson, run, in: Curriculum([lesson]))
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("notice failure"))
  }

  @Test func theReceiptNamesWhatTheFiguresRestOn() throws {
    let lesson = Fixture.lesson([.step(Fixture.step("s"))])
    var run = LessonRun(
      slug: "model", steps: [StepRun(id: "s", outcome: .succeeded, outputs: [.text("1")])],
      dataFiles: [DataFile(name: "ml", sha256: "abc123")])
    let receipt = Receipt(lesson: lesson, run: run, version: "1.2.3")
    let html = receipt.markup.rendered
    for words in ["Lectern 1.2.3", "SHA-256 abc123", "./lectern run model", receipt.digest] {
      #expect(html.contains(words))
    }
    run.steps[0].seconds = 99
    #expect(Receipt(lesson: lesson, run: run, version: "1.2.3").digest == receipt.digest)
    run.steps[0].outputs = [.text("2")]
    #expect(Receipt(lesson: lesson, run: run, version: "1.2.3").digest != receipt.digest)
  }
}
