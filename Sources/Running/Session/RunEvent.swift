import Lessons

/// What happens while a lesson runs, for whoever watches: a terminal, a page, a program that
/// reads JSON.
public enum RunEvent: Sendable {
  /// The step is about to run. `isReplay`: only to bring its state back; its result is known.
  case started(Step, isReplay: Bool)
  /// Something runs of which nothing is shown but what comes of it: an attempt at an exercise, a
  /// check on one, the figures behind a step.
  case rehearsing(Step, isReplay: Bool)
  /// Printed text, as it comes; a step's whole output is in its ``StepRun``.
  case text(String)
  case errorText(String)
  case display([String: String])
  case progress(Progress)
  /// `isCached`: nothing ran now.
  case finished(Step, StepRun, isCached: Bool)
}
