import Foundation
import Lessons
import Testing

struct LessonLibraryTests {
  /// Makes a folder with these files, for the time of `body`.
  private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data().write(to: folder.appending(path: file)) }
    try body(folder.path)
  }

  private let files = ["10-ten.md", "02-two-words.md", "README.md", "03-x.txt", "1-one.md"]

  @Test func lessonsComeByNumber() throws {
    try withFolder(files) { folder in
      let entries = try LessonLibrary(folder: folder).entries
      #expect(entries.map(\.number) == [1, 2, 10])
      #expect(entries.map(\.slug) == ["one", "two-words", "ten"])
      #expect(entries.first?.path == folder + "/1-one.md")
    }
  }

  @Test(arguments: [
    ("2", "02-two-words.md"), ("02", "02-two-words.md"), ("two-words", "02-two-words.md"),
    ("02-two-words", "02-two-words.md"), ("2-two-words.md", "02-two-words.md"),
    ("10", "10-ten.md"),
  ])
  func names(name: String, file: String) throws {
    try withFolder(files) { folder in
      let path = try LessonLibrary(folder: folder).path(of: name)
      #expect(path == "\(folder)/\(file)")
    }
  }

  @Test func aPathIsTakenAsItIs() throws {
    try withFolder(files) { folder in
      let path = try LessonLibrary(folder: folder).path(of: folder + "/README.md")
      #expect(path == folder + "/README.md")
    }
  }

  @Test(arguments: [
    ("two-wrods", "there is no lesson ‘two-wrods’\n   did you mean ‘two-words’?"),
    ("7", "there is no lesson ‘7’\n   there are one, two-words, ten"),
    ("no/such.md", "there is no lesson ‘no/such.md’\n   there are one, two-words, ten"),
  ])
  func unknown(name: String, message: String) throws {
    try withFolder(files) { folder in
      let library = try LessonLibrary(folder: folder)
      let error = #expect(throws: UnknownLesson.self) { try library.path(of: name) }
      #expect(error?.description == message)
    }
  }

  @Test func repeatedNumbersAndSlugs() throws {
    try withFolder(["01-a.md", "1-b.md", "02-a.md"]) { folder in
      let error = #expect(throws: LessonProblems.self) { try LessonLibrary(folder: folder) }
      #expect(error?.problems.map(\.message) == ["the number 1 is taken", "the slug ‘a’ is taken"])
    }
  }

  @Test(arguments: [
    ("Lessons/03-dot-product.md", 3, "dot-product"), ("x.md", nil, "x"), ("3.md", nil, "3"),
    ("03-.md", nil, "03-"), (".md", nil, ".md"), ("", nil, ""), ("a/b.c.markdown", nil, "b.c"),
    ("99999999999999999999-x.md", nil, "99999999999999999999-x"),
  ])
  func fileNames(path: String, number: Int?, slug: String) {
    #expect(LessonFileName(path: path).number == number)
    #expect(LessonFileName(path: path).slug == slug)
  }
}
