/// The options of one fence that passed their checks, by name.
struct FenceOptions {
  private var words: [String: FenceWord] = [:]

  /// Checks every word by itself and against the others; reports what is wrong with each and
  /// keeps the rest.
  init(
    _ written: some Sequence<FenceWord>, known: [FenceOption], contradictions: [[String]] = [],
    problems: inout ProblemList
  ) {
    for word in written {
      guard let option = known.first(where: { $0.name == word.name }) else {
        FenceOptions.reportUnknown(word, known: known, problems: &problems)
        continue
      }
      if words[word.name] != nil {
        problems.report(
          "the option ‘\(word.name)’ is given twice", at: word.position, length: word.length,
          advice: "leave one of them out")
      } else if let mistake = option.mistake(in: word) {
        let hasValue = option.takesValue && word.value?.isEmpty == false
        problems.report(
          mistake.message, at: hasValue ? word.valuePosition : word.position,
          length: hasValue ? word.value?.utf8.count ?? 1 : word.length, advice: mistake.advice)
      } else {
        words[word.name] = word
      }
    }
    reportContradictions(contradictions, problems: &problems)
  }

  subscript(name: String) -> FenceWord? { words[name] }

  func has(_ name: String) -> Bool { words[name] != nil }
  func value(_ name: String) -> String? { words[name]?.value }
  func number(_ name: String) -> Double? { value(name).flatMap(Double.init) }

  private static func reportUnknown(
    _ word: FenceWord, known: [FenceOption], problems: inout ProblemList
  ) {
    let advice =
      NearestWord.advice(for: word.name, among: known.map(\.name))
      ?? "known are " + known.map(\.usage).joined(separator: ", ")
    problems.report(
      "unknown option \(word.name.quoted)", at: word.position, length: max(1, word.name.utf8.count),
      advice: advice)
  }

  /// Of each group at most one option may be there.
  private func reportContradictions(_ groups: [[String]], problems: inout ProblemList) {
    for group in groups {
      let present = group.compactMap { words[$0] }.sorted { $0.position < $1.position }
      guard let first = present.first else { continue }
      for other in present.dropFirst() {
        problems.report(
          "‘\(other.name)’ contradicts ‘\(first.name)’", at: other.position, length: other.length,
          advice: "leave one of them out")
      }
    }
  }
}
