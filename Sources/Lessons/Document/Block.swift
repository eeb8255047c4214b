/// A piece of a lesson's document, as CommonMark divides it, plus what Lectern adds to it:
/// steps, hints and display math.
///
/// Steps and hints stand only at the top level of a document. Nesting is bounded (see
/// ``LessonParser``), so code may walk this tree recursively.
public enum Block: Sendable, Equatable {
  case heading(Heading)
  case paragraph([Inline], SourcePosition)
  case quote([Block])
  case list(List)
  /// A fence that is shown and not run, or an indented block of code.
  case code(language: String, text: String, SourcePosition)
  case thematicBreak
  /// TeX between `$$` lines.
  case math(tex: String, SourcePosition)
  /// A `swift` fence with the `output` fence that follows it.
  case step(Step)
  /// A fence with the option `hint=NAME`.
  case hint(exercise: String, text: String, SourcePosition)
}

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

public struct List: Sendable, Equatable {
  /// The first number of an ordered list; nil for bullets.
  public var start: Int?
  /// Tight lists show their paragraphs without space between them.
  public var isTight: Bool
  public var items: [[Block]]

  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A run of text inside a paragraph or heading.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, alternative: String)
  /// TeX between single dollars.
  case math(tex: String, SourcePosition)
  case softBreak
  case hardBreak
}
