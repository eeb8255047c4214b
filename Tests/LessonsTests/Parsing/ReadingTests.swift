import Foundation
import Lessons
import Testing

struct ReadingTests {
  private func problem(ofFile bytes: Data) throws -> LessonProblem? {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: LessonProblems.self) { try LessonParser.read(path: file.path) }
    #expect(error?.problems.count == 1)
    return error?.problems.first
  }

  @Test func missing() {
    let error = #expect(throws: LessonProblems.self) { try LessonParser.read(path: "no/such.md") }
    #expect(error?.description == "no/such.md:1:1: error: there is no such file")
  }

  @Test func folder() {
    let error = #expect(throws: LessonProblems.self) {
      try LessonParser.read(path: FileManager.default.temporaryDirectory.path)
    }
    #expect(error?.problems.first?.message == "this is a folder")
  }

  @Test(arguments: [
    ("---\nté: ", [0xFF, 0x0A], 2, 6), ("", [0xC3], 1, 1), ("a\n\n", [0xED, 0xA0, 0x80], 3, 1),
    ("\u{FFFD}", [0x80], 1, 4),
  ])
  func notUTF8(valid: String, invalid: [UInt8], line: Int, column: Int) throws {
    let problem = try problem(ofFile: Data(valid.utf8) + Data(invalid))
    #expect(problem?.message == "the file is not UTF-8")
    #expect(problem?.position == SourcePosition(line: line, column: column))
  }

  /// It lacks what every lesson has; nothing is wrong with reading it.
  @Test func empty() throws {
    let problem = try problem(ofFile: Data())
    #expect(problem?.message.contains("front matter") == true, "\(String(describing: problem))")
    #expect(problem?.advice != "look at its permissions")
  }

  @Test func tooLarge() throws {
    let problem = try problem(ofFile: Data(count: LessonParser.maximumBytes + 1))
    #expect(problem?.message == "the file is larger than 16 MiB")
  }

  @Test func whatIsReadIsWhatIsParsed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "04-\(UUID().uuidString).md")
    let source = "\u{FEFF}" + opening.replacing("\n", with: "\r\n") + "é"
    try Data(source.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let lesson = try LessonParser.read(path: file.path)
    #expect(try lesson == LessonParser.parse(path: file.path, source: source))
    #expect(Array(lesson.source.utf8) == Array(source.utf8))
  }
}
