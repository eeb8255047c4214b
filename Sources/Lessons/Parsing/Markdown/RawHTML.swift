/// HTML in a lesson's text, which no page would show.
enum RawHTML {
  static func report(
    _ html: some StringProtocol, at position: SourcePosition, _ problems: inout ProblemList
  ) {
    let line = html.prefix { !$0.isNewline }
    problems.report(
      "raw HTML is not allowed", at: position, length: line.utf8.count,
      advice: line.hasPrefix("<!--")
        ? "only the comment of a figure may stand in a lesson, in one line with it: \(usage)"
        : "write Markdown; to show the characters, put them between backticks")
  }

  /// What a figure looks like.
  static let usage = "‘0.882<!-- step-id: expression -->’"
}
