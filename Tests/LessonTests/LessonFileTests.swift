import Foundation
import Lessons
import Testing

/// The checkout that these tests were built from.
enum Checkout {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The lessons' files, by name.
  static func lessons() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Lessons").path)
      .filter { $0.hasSuffix(".md") }.sorted()
  }

  /// Where the tests and the program are built.
  static let products: URL = {
    #if os(macOS)
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent() ?? Bundle.main.bundleURL
    #else
      Bundle.main.bundleURL
    #endif
  }()
}

/// What can be said of the lessons without running them.
struct LessonFileTests {
  @Test func thereAreLessons() throws {
    #expect(try !Checkout.lessons().isEmpty)
  }

  @Test(arguments: try Checkout.lessons())
  func everyLessonCanBeRead(file: String) throws {
    let name = LessonFileName(path: file)
    let number = try #require(name.number, "a lesson’s file is called NN-slug.md")
    #expect(file == (number < 10 ? "0" : "") + "\(number)-\(name.slug).md")
    let lesson = try LessonParser.read(
      path: Checkout.folder.appending(path: "Lessons/\(file)").path)
    #expect(lesson.steps.contains { $0.role == .ordinary })
    #expect(lesson.frontMatter.minutes != nil, "readers want to know how long it takes")
  }

  @Test func lessonsAreReadAfterThoseTheyRestOn() throws {
    let files = try Checkout.lessons()
    var known: Set<String> = []
    for file in files {
      let lesson = try LessonParser.read(
        path: Checkout.folder.appending(path: "Lessons/\(file)").path)
      #expect(known.isSuperset(of: lesson.frontMatter.after), "\(file)")
      known.insert(lesson.slug)
    }
  }
}
