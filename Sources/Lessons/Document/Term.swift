/// A word that a lesson explains, for the glossary.
public struct Term: Sendable, Equatable {
  /// As the front matter has it: `embedding`.
  public var name: String
  /// One sentence.
  public var explanation: [Inline]
  /// Where the front matter names it.
  public var position: SourcePosition

  public init(name: String, explanation: [Inline], position: SourcePosition) {
    self.name = name
    self.explanation = explanation
    self.position = position
  }

  /// What links use, and what two spellings of one term share: `one-hot-vector`.
  public var anchor: String { Anchors.words(of: name).joined(separator: "-") }
}
