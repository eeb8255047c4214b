/// A number or a text in the prose that repeats what a step has computed:
/// `The loss fell to 0.882<!-- baselines: baselines[1] -->.`
///
/// The comment names the step and an expression, which is evaluated in the state after that step;
/// what stands directly before the comment must equal its value.
public struct Figure: Sendable, Equatable {
  public enum Form: Sendable, Equatable {
    /// Digits, possibly with a sign, grouping commas, decimals and an exponent.
    case number
    /// Inline code.
    case code
    /// Emphasised or bold words.
    case emphasis
  }

  public var form: Form
  /// What the lesson says, without the marks around it.
  public var written: String
  /// Where ``written`` stands.
  public var position: SourcePosition
  /// The bytes of the lesson's file that are ``written``: what `bless` replaces.
  public var byteRange: Range<Int>
  /// The id of the step after which the expression is evaluated.
  public var step: String
  public var stepPosition: SourcePosition
  /// Swift, on one line.
  public var expression: String
  public var expressionPosition: SourcePosition

  public init(
    form: Form = .number, written: String, position: SourcePosition, byteRange: Range<Int>,
    step: String, stepPosition: SourcePosition, expression: String,
    expressionPosition: SourcePosition
  ) {
    self.form = form
    self.written = written
    self.position = position
    self.byteRange = byteRange
    self.step = step
    self.stepPosition = stepPosition
    self.expression = expression
    self.expressionPosition = expressionPosition
  }
}
