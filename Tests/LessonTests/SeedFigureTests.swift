import Foundation
import Lessons
import Testing

/// The figures that Tests/Reference/seed_figures.py computes, looked for in the outputs that the
/// lessons assert.
struct SeedFigureTests {
  private struct Record: Decodable {
    var figures: [Figure]
  }

  struct Figure: Decodable, Sendable, CustomTestStringConvertible {
    var lesson: String
    var step: String
    var digits: [String]

    var testDescription: String { "\(lesson), \(step)" }
  }

  static func figures() throws -> [Figure] {
    let file = Checkout.folder.appending(path: "Tests/LessonTests/Reference/seed_figures.json")
    return try JSONDecoder().decode(Record.self, from: Data(contentsOf: file)).figures
  }

  @Test(arguments: try figures())
  func theLessonAssertsTheSameDigits(_ figure: Figure) throws {
    let file = try #require(
      try Checkout.lessons().first { LessonFileName(path: $0).slug == figure.lesson })
    let lesson = try LessonParser.read(
      path: Checkout.folder.appending(path: "Lessons/\(file)").path)
    let step = try #require(lesson.steps.first { $0.id == figure.step })
    let output = try #require(step.expected)
    #expect(!output.isUnchecked && output.tolerance == nil)
    let words = output.text.split { !"0123456789.-".contains($0) }.map(String.init)
    for digits in figure.digits {
      #expect(words.contains(digits), "\(digits) is not in the output of ‘\(figure.step)’")
    }
  }
}
