/// The fence of a code block, by CommonMark's rules.
struct Fence {
  /// Blanks before it, at most three.
  let indentation: Int
  /// At least three backticks or tildes; empty when the line is no fence.
  let marks: String
  /// What follows the marks.
  private let rest: Substring

  init(_ line: String) {
    let text = line.drop { $0 == " " }
    indentation = line.count - text.count
    let mark = text.first
    let marks = text.prefix { $0 == mark && (mark == "`" || mark == "~") }
    self.marks = marks.count >= 3 && indentation <= 3 ? String(marks) : ""
    rest = text.dropFirst(marks.count)
  }

  func isClosed(by line: String) -> Bool {
    let other = Fence(line)
    return !marks.isEmpty && other.marks.hasPrefix(marks)
      && other.rest.allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// The shortest backticks that none of the lines closes.
  static func enclosing(_ lines: [String]) -> String {
    let closing = lines.map { line in
      let fence = Fence(line)
      return fence.marks.hasPrefix("`") && Fence("```").isClosed(by: line) ? fence.marks.count : 0
    }
    return String(repeating: "`", count: max(3, (closing.max() ?? 0) + 1))
  }
}
