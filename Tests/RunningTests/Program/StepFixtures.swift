import Lessons

@testable import Running

/// A step whose code begins on line 10 of its lesson.
func step(_ id: String, _ code: String, role: Step.Role = .ordinary) -> Step {
  Step(
    id: id, role: role, code: code + "\n", position: SourcePosition(line: 9, column: 1),
    codeLine: 10)
}

/// The programs of the steps, named `one`, `two`, `three`.
func programs(_ codes: String...) throws -> [StepProgram] {
  var builder = StepProgramBuilder(lessonPath: "Lessons/x.md", preludeModules: ["Display"])
  return try zip(["one", "two", "three", "four"], codes).map { try builder.add(step($0, $1)) }
}

extension StepProgram {
  /// What became of the author's code.
  var body: String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("#sourceLocation(file") } ?? 0
    return lines[(start + 1)...].prefix { $0 != "#sourceLocation()" }.joined(separator: "\n")
  }

  /// What stands before it.
  var prelude: [String] {
    source.split(separator: "\n").prefix { !$0.hasPrefix("#sourceLocation") }.map(String.init)
  }
}
