/// One Swift fence of a lesson.
public struct Step: Sendable, Equatable {
  /// What the fence is there for.
  public enum Role: Sendable, Equatable {
    /// Runs in its turn.
    case ordinary
    /// `no-run`: shown, never compiled.
    case shown
    /// `error`: must not compile.
    case compileError
    /// `trap`: must stop with a trap or an uncaught error.
    case trap
    /// `exercise=NAME`: the reader's starting point.
    case starter(exercise: String)
    /// `solution=NAME`: runs in the starter's place.
    case solution(exercise: String)
    /// `check=NAME`: fails on the starter, passes on the solution.
    case check(exercise: String)
    /// `wrong=NAME`: an answer that readers give and the checks must reject.
    case wrong(exercise: String)
  }

  /// How the page shows the code.
  public enum Visibility: Sendable, Equatable {
    case shown, folded, hidden
  }

  /// Unique in the lesson: the option `id=NAME`, or `step-N` with the fence's number.
  public var id: String
  public var role: Role
  public var visibility: Visibility
  /// `slow`: `--fast` leaves it and all after it out.
  public var isSlow: Bool
  /// Seconds until the step is stopped.
  public var timeout: Double
  /// The author's code, lines ended by `\n`.
  public var code: String
  /// Where the fence stands.
  public var position: SourcePosition
  /// The lesson's line that holds the code's first line.
  public var codeLine: Int
  public var expected: ExpectedOutput?

  public static let defaultTimeout = 120.0

  public init(
    id: String, role: Role = .ordinary, visibility: Visibility = .shown, isSlow: Bool = false,
    timeout: Double = Step.defaultTimeout, code: String, position: SourcePosition, codeLine: Int,
    expected: ExpectedOutput? = nil
  ) {
    self.id = id
    self.role = role
    self.visibility = visibility
    self.isSlow = isSlow
    self.timeout = timeout
    self.code = code
    self.position = position
    self.codeLine = codeLine
    self.expected = expected
  }
}
