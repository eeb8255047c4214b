import Foundation
import Testing

/// `new`, `test` and `bless` on one lesson, from its first day to its repair.
struct TestCommandTests {
  @Test func aNewLessonPassesAndADigitIsNoticedAndBlessedBack() throws {
    let checkout = try Checkout()
    let new = try checkout.lectern("new", "matrix-tricks")
    #expect(new.status == 0)
    #expect(new.output.contains("wrote Lessons/01-matrix-tricks.md"))
    let path = "Lessons/01-matrix-tricks.md"
    // Line ends, blanks and the end of the file must survive whatever happens below.
    let original =
      try checkout.read(path).replacing("# Matrix tricks\n", with: "# Matrix  \r\n") + "\t"
    try checkout.write(original, to: path)

    let passed = try checkout.lectern("test")
    #expect(passed.status == 0, "\(passed.errors)")
    #expect(passed.output.hasSuffix("1 passed, 0 failed\n"))

    let wrong = original.replacing("4.0\n", with: "4.7\n")
    try checkout.write(wrong, to: path)
    let failed = try checkout.lectern("test", "--cached", "--junit", "report.xml", "--github")
    #expect(failed.status == 1)
    #expect(failed.output.contains("0 passed, 1 failed"))
    #expect(failed.output.contains("::error file=Lessons/01-matrix-tricks.md,line="))
    for text in ["4.7", "4.0", "lectern bless matrix-tricks", "01-matrix-tricks.md:"] {
      #expect(failed.errors.contains(text), "\(failed.errors)")
    }
    #expect(try checkout.read("report.xml").contains("failures=\"1\""))

    let refused = try checkout.lectern("bless", environment: ["CI": "true"])
    #expect(refused.status == 2)
    #expect(try checkout.read(path) == wrong)
    let dry = try checkout.lectern("bless", "--dry-run")
    #expect(dry.output.contains("4.7"))
    #expect(try checkout.read(path) == wrong)
    let blessed = try checkout.lectern("bless")
    #expect(blessed.status == 0)
    #expect(blessed.output.contains("4.0"))
    #expect(Array(try checkout.read(path).utf8) == Array(original.utf8))
    #expect(try checkout.lectern("bless", "1").output.contains("nothing to change"))
  }

  @Test func whatIsWrongWithALessonFailsItsTest() throws {
    let checkout = try Checkout([
      "01-silent.md": document("```swift id=a\nprint(1)\n```"),
      "02-easy.md": document(
        """
        ```swift exercise=e
        let answer = 1
        ```

        ```swift solution=e
        let answer = 2
        ```

        ```swift check=e
        expect(answer > 0)
        ```
        """),
      "03-tame.md": document("```swift trap\nlet x = 1\n```"),
      "04-fine.md": document("```swift\nlet x = 1\n```"),
    ])
    let outcome = try checkout.lectern("test")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 passed, 3 failed"))
    for text in [
      "‘a’ writes something, but no output block stands below it",
      "the checks of exercise ‘e’ accept its starter", "it ran to its end",
    ] {
      #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }
    let shard = try checkout.lectern("test", "--cached", "--shard", "2/2")
    #expect(shard.output.contains("02-easy.md") && shard.output.contains("04-fine.md"))
    #expect(shard.output.contains("1 passed, 1 failed"))
    #expect(try checkout.lectern("list").output.contains("1 failed"))
  }

  @Test func whatIsWrongWithAPageFailsTheTest() throws {
    let step = "```swift id=a\nlet x = 1\n```"
    let checkout = try Checkout([
      "01-fine.md": document("See [two](02-links.md#a) and $x^2$.\n\n" + step),
      "02-links.md": document("See [one](01-fin.md) and [b](#b).\n\n" + step),
      "03-math.md": document("It is $\\fraq{1}{2}$.\n\n" + step),
    ])
    let outcome = try checkout.lectern("test", "--junit", "report.xml")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 passed, 2 failed"))
    for text in [
      "no lesson ‘01-fin.md’", "did you mean ‘01-fine.md’", "‘#b’", "fraq", "03-math.md:",
    ] {
      #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }
    #expect(try checkout.read("report.xml").contains("name=\"page\""))
    // Alone it may still link to the others.
    let alone = try checkout.lectern("test", "--cached", "1")
    #expect(alone.status == 0, "\(alone.errors)")
    // And one from outside to those beside it.
    try FileManager.default.createDirectory(
      at: checkout.folder.appending(path: "notes"), withIntermediateDirectories: true)
    try checkout.write(
      document("See [two](02-b.md), [the first](01-fine.md)."), to: "notes/01-a.md")
    try checkout.write(document("Two."), to: "notes/02-b.md")
    let outside = try checkout.lectern("test", "notes/01-a.md")
    #expect(outside.status == 0, "\(outside.errors)")
  }

  @Test func fastSaysWhatItLeavesOut() throws {
    let checkout = try Checkout([
      "01-x.md": document("```swift id=a\nlet x = 1\n```\n\n```swift id=long slow\nprint(x)\n```")
    ])
    let outcome = try checkout.lectern("test", "--fast")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("‘long’ was left out: --fast"))
  }
}
