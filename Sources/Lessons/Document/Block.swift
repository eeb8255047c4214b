/// A piece of a lesson's document, as CommonMark divides it, plus what Lectern adds to it:
/// steps, hints, answers and display math.
///
/// Steps, hints and answers stand only at the top level of a document. Nesting is bounded (see
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
  /// A fence with the option `hint=NAME`; its content is Markdown of its own.
  case hint(exercise: String, [Block], SourcePosition)
  /// The fence `text answer`, the answer to the question before it; Markdown likewise.
  case answer([Block], SourcePosition)
}
