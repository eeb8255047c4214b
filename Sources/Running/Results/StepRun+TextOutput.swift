import Lessons

extension StepRun {
  /// All that the step wrote, as text: what a lesson's `output` block holds.
  ///
  /// Printed text and the text form of displays, in order; a display begins on a line of its
  /// own and ends it. An `error` step's text is what the compiler said; a `trap` step's ends
  /// with a line that says where and why it stopped. Lines count from 1 within the step, so
  /// that a change of the prose above changes no output.
  public func textOutput(of step: Step) -> String {
    switch (step.role, outcome) {
    case (.compileError, .compileFailed(let diagnostics)):
      diagnostics.filter { $0.severity == .error }.map { $0.text(in: step) }.joined()
    case (.trap, .failed(let failure)): outputText.endingItsLine + failure.text(in: step)
    default: outputText
    }
  }

  private var outputText: String {
    outputs.reduce(into: "") { text, output in
      switch output {
      case .text(let printed): text += printed
      case .display(let forms):
        text = text.endingItsLine + (forms["text/plain"] ?? "")
        text = text.endingItsLine
      }
    }
  }
}

extension Diagnostic {
  /// `line 2, column 9: error: cannot find 'y' in scope`, and below it the line itself.
  fileprivate func text(in step: Step) -> String {
    guard let position, let line = step.line(at: position) else {
      return "\(severity.rawValue): \(message)\n"
    }
    let code = step.code.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
    return """
      line \(line), column \(position.column): \(severity.rawValue): \(message)
        \(code)

      """
  }
}

extension Failure {
  /// `trap on line 3: Index out of range`.
  fileprivate func text(in step: Step) -> String {
    let place = position.flatMap(step.line(at:)).map { " on line \($0)" } ?? ""
    let name =
      switch kind {
      case .trap: "trap"
      case .uncaughtError: "uncaught error"
      default: "stopped"
      }
    return "\(name)\(place): \(message)\n"
  }
}

extension Step {
  /// Which of the step's own lines `position` is on, from 1.
  fileprivate func line(at position: SourcePosition) -> Int? {
    let line = position.line - codeLine + 1
    let count = code.split(separator: "\n", omittingEmptySubsequences: false).count
    return (1...count).contains(line) ? line : nil
  }
}

extension String {
  fileprivate var endingItsLine: String {
    // Not `hasSuffix`, for which `\r\n` is one character.
    isEmpty || utf8.last == UInt8(ascii: "\n") ? self : self + "\n"
  }
}
