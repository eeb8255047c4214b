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
