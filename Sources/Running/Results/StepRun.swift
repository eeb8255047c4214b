import Lessons

/// What happened when a step ran.
public struct StepRun: Sendable, Equatable, Codable {
  public enum Outcome: Sendable, Equatable, Codable {
    case succeeded
    /// The code does not compile.
    case compileFailed([Diagnostic])
    /// A trap, an uncaught error, an early exit, a timeout, a failed expectation.
    case failed(Failure)
    /// Not run, and why: `--fast`, an earlier failure, `no-run`.
    case skipped(reason: String)
  }

  public var id: String
  public var outcome: Outcome
  /// In the order in which the step produced them.
  public var outputs: [Output]
  /// What the step wrote to standard error; shown, never asserted.
  public var errorText: String
  /// What the compiler remarked about code that compiles.
  public var warnings: [Diagnostic]
  /// Wall time. Differs from run to run, so it never reaches a committed page.
  public var seconds: Double
  /// Bytes, the process's high-water mark after the step.
  public var peakMemory: Int

  public init(
    id: String, outcome: Outcome, outputs: [Output] = [], errorText: String = "",
    warnings: [Diagnostic] = [], seconds: Double = 0, peakMemory: Int = 0
  ) {
    self.id = id
    self.outcome = outcome
    self.outputs = outputs
    self.errorText = errorText
    self.warnings = warnings
    self.seconds = seconds
    self.peakMemory = peakMemory
  }
}

/// A piece of what a step shows.
public enum Output: Sendable, Equatable, Codable {
  /// Written to standard output.
  case text(String)
  /// Handed to `display(_:)`: MIME type → data; always has `text/plain`.
  case display([String: String])
}

/// A message of the compiler, at the lesson's own line.
public struct Diagnostic: Sendable, Equatable, Codable {
  public enum Severity: String, Sendable, Codable { case error, warning, note }

  public var severity: Severity
  public var message: String
  /// In the lesson's file; nil when the compiler gave none.
  public var position: SourcePosition?

  public init(severity: Severity, message: String, position: SourcePosition?) {
    self.severity = severity
    self.message = message
    self.position = position
  }
}

/// Why a step stopped before its end, or counts as failed.
public struct Failure: Sendable, Equatable, Codable {
  public enum Kind: String, Sendable, Codable {
    case trap, uncaughtError, exit, timeout, killed, expectation
    /// It was to fail (`error`, `trap`) and did not.
    case didNotFail
  }

  public var kind: Kind
  /// One line, as a person would say it: `Index out of range`.
  public var message: String
  /// In the lesson's file: the line that was running.
  public var position: SourcePosition?
  /// A step goes on after a failed expectation, so there can be more than one.
  public var further: [Failure]

  public init(kind: Kind, message: String, position: SourcePosition?, further: [Failure] = []) {
    self.kind = kind
    self.message = message
    self.position = position
    self.further = further
  }
}

extension Failure {
  /// The message with the word for its kind: `trap: Index out of range`. An expectation's message
  /// says enough by itself.
  public var described: String {
    switch kind {
    case .trap: "trap: \(message)"
    case .uncaughtError: "uncaught error: \(message)"
    case .timeout: "timeout: \(message)"
    case .expectation, .exit, .killed, .didNotFail: message
    }
  }
}
