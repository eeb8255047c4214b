/// Makes steps of fences and gives each step the `output` fence that follows it.
struct StepReader {
  private let source: SourceText
  private var ids: [String: Int] = [:]
  private var count = 0
  /// What the lesson says about its exercises.
  private(set) var exercises = ExerciseParts()

  /// Of each group a step has at most one: the roles exclude each other, and what is never
  /// seen must at least run.
  private static let contradictions = [
    ["no-run", "error", "trap", "exercise", "solution", "check", "wrong"], ["hidden", "folded"],
    ["hidden", "no-run"], ["hidden", "exercise"], ["hidden", "wrong"], ["no-run", "slow"],
    ["no-run", "timeout"],
  ]

  init(source: SourceText) {
    self.source = source
  }

  mutating func step(_ fence: Fence, problems: inout ProblemList) -> Step {
    count += 1
    let written = fence.words.dropFirst().filter { word in
      guard word.name == "hint" else { return true }
      problems.report(
        "a hint is text, not Swift", at: word.position, length: word.length,
        advice: "begin the fence with ‘text’ instead of ‘swift’")
      return false
    }
    let options = FenceOptions(
      written, known: FenceOption.ofSteps, contradictions: StepReader.contradictions,
      problems: &problems)
    exercises.add(options, problems: &problems)
    return Step(
      id: id(options["id"], line: fence.firstLine, problems: &problems), role: role(options),
      visibility: options.has("hidden") ? .hidden : options.has("folded") ? .folded : .shown,
      isSlow: options.has("slow"), timeout: options.number("timeout") ?? Step.defaultTimeout,
      code: fence.text(in: source), position: fence.position,
      codeLine: fence.contentLines.lowerBound)
  }

  /// The exercise that a hint is for.
  mutating func hint(_ fence: Fence, problems: inout ProblemList) -> String {
    let words = fence.words.drop { $0.text == "text" }
    let options = FenceOptions(words, known: FenceOption.ofHints, problems: &problems)
    exercises.add(options, problems: &problems)
    return options.value("hint") ?? ""
  }

  func output(_ fence: Fence, problems: inout ProblemList) -> ExpectedOutput {
    let options = FenceOptions(
      fence.words.dropFirst(), known: FenceOption.ofOutputs,
      contradictions: [["tolerance", "unchecked"]], problems: &problems)
    return ExpectedOutput(
      text: fence.text(in: source), tolerance: options.number("tolerance"),
      isUnchecked: options.has("unchecked"), position: fence.position,
      byteRange: fence.byteRange(in: source))
  }

  private mutating func id(
    _ word: FenceWord?, line: Int, problems: inout ProblemList
  ) -> String {
    guard let word, let id = word.value else { return "step-\(count)" }
    if id.hasPrefix("step-"), id.utf8.dropFirst(5).allSatisfy(\.isDigit) {
      problems.report(
        "the id ‘\(id)’ is kept for steps without one", at: word.valuePosition,
        length: id.utf8.count, advice: "choose a name that says what the step does")
    } else if let first = ids[id] {
      problems.report(
        "the id ‘\(id)’ is taken", at: word.valuePosition, length: id.utf8.count,
        advice: "the step on line \(first) has it already")
    }
    ids[id] = ids[id] ?? line
    return id
  }

  private func role(_ options: FenceOptions) -> Step.Role {
    if options.has("no-run") { return .shown }
    if options.has("error") { return .compileError }
    if options.has("trap") { return .trap }
    if let name = options.value("exercise") { return .starter(exercise: name) }
    if let name = options.value("solution") { return .solution(exercise: name) }
    if let name = options.value("check") { return .check(exercise: name) }
    if let name = options.value("wrong") { return .wrong(exercise: name) }
    return .ordinary
  }
}
