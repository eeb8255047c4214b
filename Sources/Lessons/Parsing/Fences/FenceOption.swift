/// An option that a fence can have.
struct FenceOption {
  /// What stands after the `=`.
  enum Value {
    case none
    /// Small letters, digits and `-`, the first a letter.
    case name
    /// A number greater than zero and at most the limit.
    case number(limit: Double)
  }

  var name: String
  var value: Value
  /// What a lesson's author writes.
  var usage: String

  static let ofSteps = [
    FenceOption(name: "id", value: .name, usage: "id=NAME"),
    FenceOption(name: "hidden", value: .none, usage: "hidden"),
    FenceOption(name: "folded", value: .none, usage: "folded"),
    FenceOption(name: "no-run", value: .none, usage: "no-run"),
    FenceOption(name: "error", value: .none, usage: "error"),
    FenceOption(name: "trap", value: .none, usage: "trap"),
    FenceOption(name: "slow", value: .none, usage: "slow"),
    FenceOption(name: "timeout", value: .number(limit: 86_400), usage: "timeout=SECONDS"),
    FenceOption(name: "exercise", value: .name, usage: "exercise=NAME"),
    FenceOption(name: "solution", value: .name, usage: "solution=NAME"),
    FenceOption(name: "check", value: .name, usage: "check=NAME"),
    FenceOption(name: "wrong", value: .name, usage: "wrong=NAME"),
  ]

  static let ofHints = [FenceOption(name: "hint", value: .name, usage: "hint=NAME")]

  static let ofAnswers = [FenceOption(name: "answer", value: .none, usage: "answer")]

  static let ofOutputs = [
    FenceOption(name: "tolerance", value: .number(limit: 1), usage: "tolerance=1e-4"),
    FenceOption(name: "unchecked", value: .none, usage: "unchecked"),
  ]

  var takesValue: Bool {
    if case .none = value { false } else { true }
  }

  /// Why `word` does not fit the option; nil when it does.
  func mistake(in word: FenceWord) -> (message: String, advice: String)? {
    switch (value, word.value) {
    case (.none, nil):
      return nil
    case (.none, _?):
      return ("‘\(name)’ takes no value", "write ‘\(usage)’")
    case (_, nil), (_, ""?):
      return ("‘\(name)’ needs a value", "write ‘\(usage)’")
    case (.name, let text?):
      if !FenceOption.isName(text) {
        return (
          "\(text.quoted) is not a name",
          "a name is made of small letters, digits and ‘-’ and begins with a letter"
        )
      }
      // Files are named after steps.
      return text.utf8.count <= FenceOption.longestName
        ? nil
        : (
          "this name has \(text.utf8.count) letters",
          "a name has at most \(FenceOption.longestName)"
        )
    case (.number(let limit), let text?):
      guard let number = Double(text), number > 0, number <= limit else {
        let most = limit == limit.rounded() ? String(Int(limit)) : String(limit)
        return (
          "\(text.quoted) is not a number greater than 0 and at most \(most)", "write ‘\(usage)’"
        )
      }
      return nil
    }
  }

  private static let longestName = 100

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isSmallLetter else { return false }
    return text.utf8.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }
}
