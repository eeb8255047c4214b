/// A run of text inside a paragraph or heading.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  /// Bold words that explain a term of the lesson's front matter; the first of them do.
  case definition(term: Term, [Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, alternative: String)
  /// TeX between single dollars.
  case math(tex: String, SourcePosition)
  case softBreak
  case hardBreak
}
