/// Every term of the front matter is explained where the prose has it in bold.
enum TermRule {
  static func check(_ unexplained: [Term], problems: inout ProblemList) {
    for term in unexplained {
      problems.report(
        "the term \(term.name.quoted) is explained nowhere", at: term.position,
        length: term.name.utf8.count,
        advice: "write **\(term.name)** where the prose explains it, outside of headings, hints "
          + "and answers")
    }
  }
}
