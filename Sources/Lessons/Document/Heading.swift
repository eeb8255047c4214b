/// A heading with the name that links use.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public var level: Int
  public var content: [Inline]
  /// Unique in the lesson, made from the words: `what-a-factor-might-mean`.
  public var anchor: String
  public var position: SourcePosition

  public init(level: Int, content: [Inline], anchor: String, position: SourcePosition) {
    self.level = level
    self.content = content
    self.anchor = anchor
    self.position = position
  }
}
