/// What a fence is there for, told by its first word.
enum FenceKind {
  case step, output, hint, answer
  /// Shown and not run; its options, if any, are not Lectern's.
  case code

  init(_ fence: Fence) {
    let first = fence.words.first
    switch first?.text {
    case "swift": self = .step
    case "output": self = .output
    case "text" where fence.words.dropFirst().contains { $0.name == "hint" }: self = .hint
    case "text" where fence.words.dropFirst().contains { $0.name == "answer" }: self = .answer
    case _ where first?.name == "hint" && first?.value != nil: self = .hint
    default: self = .code
    }
  }

  /// What the author meant by `Swift`, `swift,hidden` or `swift{id=a}`; nil for any other word.
  static func misspelt(_ word: FenceWord) -> String? {
    for known in ["swift", "output"] where word.text != known {
      let letters = word.text.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      if letters == known { return known }
    }
    return nil
  }
}
