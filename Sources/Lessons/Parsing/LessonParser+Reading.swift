import Foundation

extension LessonParser {
  /// Reads and parses the lesson at `path`.
  /// - Throws: all that is wrong with it; also that the file is missing, is too large or is not
  ///   UTF-8.
  public static func read(path: String) throws(LessonProblems) -> Lesson {
    try parse(path: path, source: text(ofFile: path))
  }

  private static func text(ofFile path: String) throws(LessonProblems) -> String {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw LessonProblems(file: path, message: "there is no such file", advice: nil)
    }
    if isDirectory.boolValue {
      throw LessonProblems(
        file: path, message: "this is a folder", advice: "name one Markdown file in it")
    }
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      // Of an empty file there is nothing, which is no failure.
      data = try file.read(upToCount: maximumBytes + 1) ?? Data()
    } catch {
      throw LessonProblems(
        file: path, message: "the file cannot be read", advice: "look at its permissions")
    }
    guard data.count <= maximumBytes else { throw tooLarge(path) }
    guard let text = String(validating: data, as: UTF8.self) else { throw notUTF8(path, data) }
    return text
  }

  /// Points at the first byte that is no part of a character.
  private static func notUTF8(_ path: String, _ data: Data) -> LessonProblems {
    let repaired = String(decoding: data, as: UTF8.self).utf8
    let offset = zip(data, repaired).prefix { $0 == $1 }.count
    let start = data.prefix(offset).lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
    let line = data.prefix(start).count { $0 == UInt8(ascii: "\n") } + 1
    let content = data[start...].prefix { !$0.isLineBreak }
    return LessonProblems([
      LessonProblem(
        file: path, position: SourcePosition(line: line, column: offset - start + 1),
        message: "the file is not UTF-8", advice: "save it as UTF-8 in your editor",
        sourceLine: String(decoding: content, as: UTF8.self))
    ])
  }
}
