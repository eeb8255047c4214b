/// Gives headings names that links can use, each once in a lesson.
struct Anchors {
  private var taken: Set<String> = []
  private var repetitions: [String: Int] = [:]

  /// `what-a-factor-might-mean` for “What a factor might mean”; `-2` and so on for the same
  /// words again.
  mutating func anchor(for text: String) -> String {
    let words = Anchors.words(of: text)
    let base = words.isEmpty ? "section" : words.joined(separator: "-")
    var anchor = base
    while !taken.insert(anchor).inserted {
      repetitions[base, default: 1] += 1
      anchor = "\(base)-\(repetitions[base, default: 1])"
    }
    return anchor
  }

  /// The words of `text` in small letters, without what stands between them.
  static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
