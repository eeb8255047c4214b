/// All that is wrong with one lesson's file, in the order of the lines.
public struct LessonProblems: Error, Sendable, Hashable {
  public var problems: [LessonProblem]
  /// How many more there are: a file that is wrong throughout lists only its first ones.
  public var omitted: Int

  public init(_ problems: [LessonProblem], omitted: Int = 0) {
    self.problems = problems.sorted {
      ($0.position, $0.message) < ($1.position, $1.message)
    }
    self.omitted = omitted
  }
}

extension LessonProblems: CustomStringConvertible {
  /// Every problem as ``LessonProblem/description`` shows it, one after the other.
  public var description: String {
    var parts = problems.map(\.description)
    if omitted > 0 { parts.append("and \(omitted) more problems") }
    return parts.joined(separator: "\n")
  }
}

extension LessonProblems {
  /// A problem of a file as a whole.
  init(file: String, message: String, advice: String?) {
    self.init([
      LessonProblem(
        file: file, position: SourcePosition(line: 1, column: 1), message: message,
        advice: advice, sourceLine: "")
    ])
  }
}
