/// An answer stands behind the question that it answers.
enum AnswerRule {
  static func check(_ fence: Fence, after block: Block?, problems: inout ProblemList) {
    _ = FenceOptions(
      fence.words.drop { $0.text == "text" }, known: FenceOption.ofAnswers, problems: &problems)
    switch block {
    case .heading?, .thematicBreak?, .hint?, .answer?, nil:
      problems.report(
        "this answer follows no question", line: fence.firstLine,
        advice: "write the question as prose right before it")
    case .paragraph?, .quote?, .list?, .code?, .math?, .step?: break
    }
  }
}
