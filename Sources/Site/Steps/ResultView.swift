import Display
import Lessons
import Running

/// What a run made of a step, as it stands below the code. What went wrong never looks like
/// success, and what should have gone wrong and did is shown as such.
struct ResultView {
  let step: Step
  let run: StepRun?
  /// How labels call the step; unique on the page.
  let name: String

  var markup: [Markup] {
    guard let run else { return isRun ? [NoticeView.skipped("it was not part of the run")] : [] }
    switch (step.role, run.outcome) {
    case (.shown, _), (.starter, _): return []
    case (_, .skipped(let reason)): return [NoticeView.skipped(reason)]
    case (.compileError, let outcome): return compileError(outcome)
    case (.trap, let outcome): return trap(outcome, outputs: run.outputs)
    case (.wrong, .succeeded): return [wrongAnswer(run)]
    case (_, .succeeded): return outputs(run.outputs) + errorText(run.errorText)
    case (_, .compileFailed(let diagnostics)):
      return [notice(.failure, "Failed: this does not compile", diagnostics)]
    case (_, .failed(let failure)):
      return outputs(run.outputs) + [notice(.failure, "Failed: \(failure.kind.words)", failure)]
    }
  }

  private var isRun: Bool {
    switch step.role {
    case .shown, .starter: false
    default: true
    }
  }

  private func compileError(_ outcome: StepRun.Outcome) -> [Markup] {
    guard case .compileFailed(let diagnostics) = outcome else {
      return [
        NoticeView(kind: .failure, title: "Failed: this should not compile, but it does").markup
      ]
    }
    let title = "Compiler error, as intended"
    if let recorded { return [NoticeView(kind: .intended, title: title, text: recorded).markup] }
    return [notice(.intended, title, diagnostics.filter { $0.severity == .error })]
  }

  private func trap(_ outcome: StepRun.Outcome, outputs: [Output]) -> [Markup] {
    switch outcome {
    case .failed(let failure) where failure.kind == .trap || failure.kind == .uncaughtError:
      let title =
        failure.kind == .trap ? "Stops here, as intended" : "Throws an error, as intended"
      if let recorded {
        return [NoticeView(kind: .intended, title: title, text: recorded).markup]
      }
      return self.outputs(outputs) + [notice(.intended, title, failure)]
    case .failed(let failure):
      return self.outputs(outputs)
        + [notice(.failure, "Failed: \(failure.kind.words)", failure)]
    case .compileFailed(let diagnostics):
      return [notice(.failure, "Failed: this does not compile", diagnostics)]
    default:
      let title = "Failed: this should stop with an error, but it runs to its end"
      return self.outputs(outputs) + [NoticeView(kind: .failure, title: title).markup]
    }
  }

  /// What the check tells a reader who gives this answer.
  private func wrongAnswer(_ run: StepRun) -> Markup {
    NoticeView(
      kind: .intended, title: "What the check says", text: recorded ?? run.textOutput(of: step)
    ).markup
  }

  private func outputs(_ outputs: [Output]) -> [Markup] {
    if let recorded, !outputs.isEmpty {
      return [
        OutputView(name: name, outputs: [.text(recorded)]).markup,
        .paragraph(
          step.expected?.isUnchecked == true
            ? "Differs from run to run; this is what the author saw."
            : "… stands for what is left out here or may differ from run to run.",
          class: "output-note"),
      ]
    }
    return outputs.isEmpty ? [] : [OutputView(name: name, outputs: outputs).markup]
  }

  private func errorText(_ text: String) -> [Markup] {
    text.isEmpty ? [] : [NoticeView(kind: .aside, title: "Standard error", text: text).markup]
  }

  /// The lesson's own record of an output that may differ from run to run: pages are the same
  /// whenever they are made, so they show this and not the run.
  private var recorded: String? { step.expected?.recordOfVaryingOutput }

  private func notice(
    _ kind: NoticeView.Kind, _ title: String, _ diagnostics: [Diagnostic]
  ) -> Markup {
    let lines = diagnostics.map { diagnostic in
      place(diagnostic.position) + "\(diagnostic.severity.rawValue): \(diagnostic.message)"
    }
    return NoticeView(kind: kind, title: title, text: lines.joined(separator: "\n")).markup
  }

  private func notice(_ kind: NoticeView.Kind, _ title: String, _ failure: Failure) -> Markup {
    let lines = ([failure] + failure.further).map { place($0.position) + $0.message }
    return NoticeView(kind: kind, title: title, text: lines.joined(separator: "\n")).markup
  }

  /// The page shows a step, not the lesson's file: its lines count from the step's first.
  private func place(_ position: SourcePosition?) -> String {
    guard let position, position.line >= step.codeLine else { return "" }
    return "line \(position.line - step.codeLine + 1): "
  }
}

extension ExpectedOutput {
  /// The text, when it may differ from run to run: unchecked, or with wildcards, which become `…`.
  var recordOfVaryingOutput: String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hasWildcards = lines.contains { $0.contains("[..]") || $0 == "..." }
    guard (isUnchecked || hasWildcards), !text.trimmedEnd.isEmpty else { return nil }
    return lines.map { $0 == "..." ? "…" : $0.replacing("[..]", with: "…") }
      .joined(separator: "\n").trimmedEnd
  }
}

extension Failure.Kind {
  fileprivate var words: String {
    switch self {
    case .trap: "a trap"
    case .uncaughtError: "an error nobody caught"
    case .exit: "the step ended the program"
    case .timeout: "out of time"
    case .killed: "stopped from outside"
    case .expectation: "an expectation does not hold"
    case .didNotFail: "it was to stop with an error and did not"
    }
  }
}
