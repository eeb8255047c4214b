/// Something wrong in a lesson's file that its author can fix.
///
/// Printed as
///
///     Lessons/03-dot-product-model.md:57:4: error: unknown option ‘tiemout’
///        57 | ```swift id=train tiemout=5
///           |                   ^~~~~~~
///        did you mean ‘timeout’?
public struct LessonProblem: Error, Sendable, Hashable {
  /// The file as the user named it.
  public var file: String
  public var position: SourcePosition
  /// How many bytes of the line the mistake covers; at least 1.
  public var length: Int
  /// One sentence without a full stop: what is wrong.
  public var message: String
  /// What to do next, when that is known.
  public var advice: String?
  /// The offending line, without its line break.
  public var sourceLine: String

  public init(
    file: String, position: SourcePosition, length: Int = 1, message: String,
    advice: String? = nil, sourceLine: String
  ) {
    self.file = file
    self.position = position
    self.length = max(1, length)
    self.message = message
    self.advice = advice
    self.sourceLine = sourceLine
  }
}
