import Foundation
import Testing

@testable import Lessons

/// Lesson 0 shows Markdown and, right below, what becomes of it: both must be the same, and
/// nothing that an author can write may be missing.
struct WritingLessonsTests {
  private let lesson: Lesson

  init() throws {
    lesson = try LessonParser.read(
      path: Checkout.folder.appending(path: "Lessons/00-writing-lessons.md").path)
  }

  /// The content of the fences of that language.
  private func shown(_ languages: Set<String>) -> [String] {
    lesson.blocks.compactMap { block in
      guard case .code(let language, let text, _) = block, languages.contains(language) else {
        return nil
      }
      return text
    }
  }

  @Test func whatIsShownAsMarkdownStandsBelowItForReal() {
    let samples = shown(["markdown"])
    #expect(samples.count > 20)
    for sample in samples {
      #expect(
        lesson.source.ranges(of: sample).count == 2, "this is shown and does not run:\n\(sample)")
    }
  }

  @Test func everyOptionIsShown() {
    let samples = shown(["markdown", "md"]).joined(separator: "\n")
    let words = Set(
      samples.split(separator: "\n").filter { $0.hasPrefix("```") }
        .flatMap { $0.split { $0 == " " || $0 == "=" } }.map(String.init))
    let options =
      FenceOption.ofSteps + FenceOption.ofHints + FenceOption.ofAnswers + FenceOption.ofOutputs
    for option in options {
      #expect(words.contains(option.name), "no sample has the option ‘\(option.name)’")
    }
    for key in FrontMatterKey.names {
      #expect(lesson.source.contains("`\(key)`"), "nothing is said about ‘\(key)’")
    }
  }

  @Test func everythingIsCompared() {
    let steps = lesson.steps
    #expect(steps.allSatisfy { $0.expected?.isUnchecked != true })
    for role in ["compileError", "trap", "wrong", "starter", "solution", "check", "shown"] {
      #expect(steps.contains { "\($0.role)".hasPrefix(role) }, "\(role)")
    }
    #expect(Set(lesson.figures.map { "\($0.form)" }) == ["number", "code", "emphasis"])
  }
}
