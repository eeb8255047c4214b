/// What a parse finds wrong with a file, gathered while it goes on.
struct ProblemList {
  /// More than that says nothing new, and a hostile file could ask for millions.
  static let limit = 100

  let file: String
  let source: SourceText
  private(set) var problems: [LessonProblem] = []
  /// How many were found after the limit.
  private(set) var omitted = 0

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  var isEmpty: Bool { problems.isEmpty }
  var isFull: Bool { problems.count >= ProblemList.limit }

  mutating func report(
    _ message: String, at position: SourcePosition, length: Int = 1, advice: String? = nil
  ) {
    guard !isFull else {
      omitted += 1
      return
    }
    problems.append(
      LessonProblem(
        file: file, position: position, length: length, message: message, advice: advice,
        sourceLine: String(decoding: source.line(position.line), as: UTF8.self)))
  }

  /// Reports the whole line but for the blanks at its ends.
  mutating func report(_ message: String, line: Int, advice: String? = nil) {
    let content = source.line(line)
    let indentation = content.prefix { $0.isBlank }.count
    report(
      message, at: SourcePosition(line: line, column: indentation + 1),
      length: content.trimmed.count, advice: advice)
  }

  var all: LessonProblems { LessonProblems(problems, omitted: omitted) }
}
