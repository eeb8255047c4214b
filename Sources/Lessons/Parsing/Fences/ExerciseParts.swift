/// Where a lesson names its exercises, to see that each is complete.
struct ExerciseParts {
  private var starters: [FenceWord] = []
  private var solutions: [FenceWord] = []
  private var others: [FenceWord] = []
  private var checked: Set<String> = []
  private var lineOfStarter: [String: Int] = [:]
  private var lineOfSolution: [String: Int] = [:]

  /// Notes what a fence says about an exercise; reports a second starter or solution.
  mutating func add(_ options: FenceOptions, problems: inout ProblemList) {
    if let word = options["exercise"], let name = word.value {
      ExerciseParts.note(
        "starter", word, name, lines: &lineOfStarter, words: &starters, problems: &problems)
    }
    if let word = options["solution"], let name = word.value {
      ExerciseParts.note(
        "solution", word, name, lines: &lineOfSolution, words: &solutions, problems: &problems)
    }
    if let word = options["check"], let name = word.value {
      others.append(word)
      checked.insert(name)
    }
    others += ["hint", "wrong"].compactMap { options[$0] }
  }

  private static func note(
    _ part: String, _ word: FenceWord, _ name: String, lines: inout [String: Int],
    words: inout [FenceWord], problems: inout ProblemList
  ) {
    if let line = lines[name] {
      problems.report(
        "the exercise ‘\(name)’ has a second \(part)", at: word.position, length: word.length,
        advice: "the first is on line \(line)")
    } else {
      lines[name] = word.position.line
      words.append(word)
    }
  }

  /// Reports exercises that lack something, and parts of exercises that are not there.
  func check(problems: inout ProblemList) {
    for word in starters {
      guard let name = word.value else { continue }
      if lineOfSolution[name] == nil { report(word, lacks: "solution", problems: &problems) }
      if !checked.contains(name) { report(word, lacks: "check", problems: &problems) }
    }
    let names = starters.compactMap(\.value)
    for word in solutions + others {
      guard let name = word.value, lineOfStarter[name] == nil else { continue }
      problems.report(
        "there is no exercise \(name.quoted)", at: word.valuePosition, length: name.utf8.count,
        advice: NearestWord.advice(for: name, among: names)
          ?? "its starter is a fence ‘swift exercise=\(name)’")
    }
  }

  private func report(_ word: FenceWord, lacks part: String, problems: inout ProblemList) {
    let name = word.value ?? ""
    problems.report(
      "the exercise ‘\(name)’ has no \(part)", at: word.position, length: word.length,
      advice: "add a fence ‘swift \(part)=\(name)’")
  }
}
