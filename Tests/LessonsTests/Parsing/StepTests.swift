import Lessons
import Testing

struct StepTests {
  @Test(arguments: [
    ("", Step.Role.ordinary, Step.Visibility.shown), ("hidden", .ordinary, .hidden),
    ("folded", .ordinary, .folded), ("no-run", .shown, .shown),
    ("error", .compileError, .shown), ("trap hidden", .trap, .hidden),
  ])
  func options(_ options: String, role: Step.Role, visibility: Step.Visibility) throws {
    let step = try #require(try lesson("```swift \(options)\nx\n```\n").steps.first)
    #expect(step.role == role)
    #expect(step.visibility == visibility)
    #expect(!step.isSlow)
    #expect(step.timeout == Step.defaultTimeout)
  }

  @Test func slowWithTimeout() throws {
    let step = try #require(try lesson("```swift slow timeout=2.5 id=a-1\n```").steps.first)
    #expect(step.isSlow)
    #expect(step.timeout == 2.5)
    #expect(step.id == "a-1")
    #expect(step.code.isEmpty)
  }

  @Test func stepsWithoutAnIdAreNumberedAsTheyStand() throws {
    let body = "```swift\n```\n\n```swift id=b\n```\n\n```swift\n```\n"
    #expect(try lesson(body).steps.map(\.id) == ["step-1", "b", "step-3"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func placesAreThoseOfTheFile(lineBreak: String, mark: String) throws {
    let body =
      "# H\n\ntext\n\n```swift id=a\nlet a = 1\n\n\tb\n```\n\n```output\nx\t y\n\nz\n```\nend"
    let source = mark + (opening + body).replacing("\n", with: lineBreak)
    let lesson = try LessonParser.parse(path: "a.md", source: source)
    let step = try #require(lesson.steps.first)
    #expect(step.code == "let a = 1\n\n\tb\n")
    #expect(step.position == SourcePosition(line: 10, column: 1))
    #expect(step.codeLine == 11)
    let output = try #require(step.expected)
    #expect(output.text == "x\t y\n\nz\n")
    #expect(output.position == SourcePosition(line: 16, column: 1))
    #expect(lesson.source == source)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func bytesOfAnOutputAreItsText(lineBreak: String) throws {
    for mark in ["", "\u{FEFF}"] {
      for (output, end) in [
        ("", ""), ("1\n", "\n"), ("é ∑\n\n\n", ""), ("\t```\n$x$\n", "\n\ntext"),
      ] {
        let body = "é\n\n```swift\n1\n```\n\n````output unchecked\n\(output)````\(end)"
        let source = mark + (opening + body).replacing("\n", with: lineBreak)
        let lesson = try LessonParser.parse(path: "a.md", source: source)
        let expected = try #require(lesson.steps.first?.expected)
        let bytes = Array(source.utf8)
        let text = String(decoding: bytes[expected.byteRange], as: UTF8.self)
        #expect(text.replacing(lineBreak, with: "\n") == output)
        #expect(expected.text == output)
        #expect(expected.isUnchecked)
        let after = bytes[expected.byteRange.upperBound...]
        #expect(after.elementsEqual("````\(end)".replacing("\n", with: lineBreak).utf8))
      }
    }
  }

  @Test func tolerance() throws {
    let body = "```swift\n```\n```output tolerance=1e-4\n1\n```"
    #expect(try lesson(body).steps.first?.expected?.tolerance == 1e-4)
  }

  @Test func exercises() throws {
    let body = """
      ```swift exercise=bias
      TODO
      ```

      ```hint=bias
      first
      ```

      ```text hint=bias
      second
      ```

      ```swift solution=bias
      1
      ```

      ```swift check=bias
      a
      ```

      ```swift check=bias hidden
      b
      ```

      ```swift wrong=bias
      2
      ```
      """
    let lesson = try lesson(body)
    #expect(lesson.exercises.map(\.name) == ["bias"])
    let exercise = try #require(lesson.exercises.first)
    #expect(exercise.starter.code == "TODO\n")
    #expect(exercise.solution.code == "1\n")
    #expect(exercise.wrongAnswers.map(\.code) == ["2\n"])
    #expect(exercise.checks.map(\.code) == ["a\n", "b\n"])
    #expect(
      lesson.blocks.map(outline).filter { $0.hasPrefix("hint") }
        == ["hint(bias)@10:1[p@11:1 first]", "hint(bias)@14:1[p@15:1 second]"])
  }
}
