/// HTML in a lesson's text, which no page would show.
enum RawHTML {
  static func report(at position: SourcePosition, length: Int, _ problems: inout ProblemList) {
    problems.report(
      "raw HTML is not allowed", at: position, length: length,
      advice: "write Markdown; to show the characters, put them between backticks")
  }
}
