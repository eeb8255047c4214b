import Lessons

/// A lesson's source, to say where in it something is wrong.
struct LessonText {
  private let path: String
  let lines: [String]

  init(_ lesson: Lesson) {
    path = lesson.path
    // By bytes: to Swift, a carriage return and the line feed after it are one character.
    lines = lesson.source.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// A problem with `words`, looked for from `position` on; without them, at `position`.
  func problem(
    _ message: String, advice: String?, words: String, from position: SourcePosition
  ) -> LessonProblem {
    let found = place(of: words, from: position)
    let position = found ?? position
    return LessonProblem(
      file: path, position: position, length: found == nil ? 1 : words.utf8.count,
      message: message, advice: advice, sourceLine: line(position.line))
  }

  /// A problem in a formula.
  ///
  /// - Parameter position: of the formula's first dollar.
  func problem(
    _ problem: MathProblem, in tex: String, display: Bool, at position: SourcePosition
  ) -> LessonProblem {
    let before = Array(tex.utf8).prefix(problem.offset)
    let words = Array(tex.utf8).dropFirst(problem.offset).prefix(problem.length)
    var start = SourcePosition(
      line: position.line, column: position.column + (display ? 2 : 1) + problem.offset)
    if let lineBreak = before.lastIndex(of: UInt8(ascii: "\n")) {
      // In a quotation or a list the source has something before the formula's line.
      start.line += before.count { $0 == UInt8(ascii: "\n") }
      start.column = problem.offset - lineBreak
    }
    return self.problem(
      problem.message, advice: problem.advice, words: String(decoding: words, as: UTF8.self),
      from: start)
  }

  private func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  private func place(of words: String, from position: SourcePosition) -> SourcePosition? {
    guard !words.isEmpty, position.line >= 1 else { return nil }
    for number in position.line...max(position.line, lines.count) {
      let skipped = number == position.line ? position.column - 1 : 0
      if let offset = line(number).utf8Offset(of: words, from: skipped) {
        return SourcePosition(line: number, column: offset + 1)
      }
    }
    return nil
  }
}

extension String {
  fileprivate func utf8Offset(of words: String, from start: Int) -> Int? {
    let bytes = Array(utf8)
    let wanted = Array(words.utf8)
    guard start >= 0, bytes.count >= start + wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { offset in
      bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }
  }
}
