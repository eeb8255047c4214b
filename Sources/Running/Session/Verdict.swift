import Foundation
import Lessons

/// Says in a person's words how a step ended.
struct Verdict {
  var step: Step
  var locations: StepLocations
  var symbolicator: Symbolicator

  func run(of execution: Execution, compiled: CompiledStep, wallSeconds: Double) -> StepRun {
    var run = StepRun(
      id: step.id, outcome: .succeeded, outputs: execution.recorder.outputs,
      errorText: RuntimeMessage.removed(from: execution.recorder.errorText),
      warnings: compiled.warnings,
      seconds: wallSeconds)
    if execution.recorder.isCut {
      run.warnings.append(
        Diagnostic(
          severity: .warning, message: "wrote more than 16 MiB; the rest of its output was cut",
          position: firstLine))
    }
    switch execution.end {
    case .finished(let seconds, let peakMemory):
      (run.seconds, run.peakMemory) = (seconds, peakMemory)
      if let failure = failedExpectations(execution, compiled: compiled) {
        run.outcome = .failed(failure)
      }
    case .died(let signal, let status):
      var failure = death(execution, signal: signal, status: status)
      failure.message = compiled.program.withoutModuleNames(failure.message)
      run.outcome = .failed(failure)
    case .timedOut:
      run.outcome = .failed(
        Failure(
          kind: .timeout, message: "still running after \(seconds(step.timeout)); stopped",
          position: locate(execution).position ?? firstLine))
    case .unloadable(let reason):
      run.outcome = .failed(
        Failure(kind: .killed, message: "its code cannot be loaded: \(reason)", position: firstLine)
      )
    case .kernelLost:
      run.outcome = .failed(
        Failure(
          kind: .killed, message: "the process that ran it has gone", position: firstLine))
    }
    return run
  }

  private var firstLine: SourcePosition { SourcePosition(line: step.codeLine, column: 1) }

  private func seconds(_ count: Double) -> String {
    let text = count == count.rounded() ? "\(Int(count))" : "\(count)"
    return text == "1" ? "1 second" : "\(text) seconds"
  }

  private func locate(_ execution: Execution) -> Symbolicator.Location {
    symbolicator.locate(execution.frames, in: locations)
  }

  private func failedExpectations(_ execution: Execution, compiled: CompiledStep) -> Failure? {
    var failures = execution.expectations.map {
      Failure(
        kind: .expectation, message: $0.message, position: position(of: $0, compiled: compiled))
    }
    guard !failures.isEmpty else { return nil }
    var first = failures.removeFirst()
    first.further = failures
    return first
  }

  /// A function of an earlier step may hold the expectation.
  private func position(
    of expectation: Execution.Expectation, compiled: CompiledStep
  ) -> SourcePosition {
    guard let line = locations.line(expectation.line, of: expectation.file) else {
      return firstLine
    }
    return locations.step(of: expectation.file) == step.id
      ? compiled.program.originalPosition(line: line, column: expectation.column)
      : SourcePosition(line: line, column: expectation.column)
  }

  // MARK: deaths

  private func death(_ execution: Execution, signal: Int32, status: Int32) -> Failure {
    let location = locate(execution)
    let position = location.position ?? firstLine
    if signal == 0 {
      return Failure(kind: .exit, message: "called exit(\(status))", position: position)
    }
    if signal == SIGKILL {
      return Failure(
        kind: .killed, message: "was killed from outside, perhaps for lack of memory",
        position: position)
    }
    let fatal = RuntimeMessage(in: execution.recorder.errorText)?.text
    let uncaught = "Error raised at top level: "
    if let fatal, fatal.hasPrefix(uncaught) {
      let thrown = symbolicator.locate(execution.thrownFrames, in: locations).position
      return Failure(
        kind: .uncaughtError, message: String(fatal.dropFirst(uncaught.count)),
        position: thrown ?? position)
    }
    let message =
      fatal ?? location.runtimeFailure.map(sentence) ?? Self.meaning(ofSignal: signal)
    return Failure(kind: .trap, message: message, position: position)
  }

  private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func meaning(ofSignal signal: Int32) -> String {
    switch signal {
    case SIGSEGV, SIGBUS: "Bad memory access, often a function that calls itself without end"
    case SIGABRT: "Aborted"
    case SIGFPE: "Arithmetic error"
    case SIGILL, SIGTRAP: "Trapped"
    default: "Stopped by signal \(signal)"
    }
  }
}

extension StepRun {
  /// Did the step do what its fence promises: run to its end, not compile (`error`), or stop
  /// (`trap`)?
  public func isAsPromised(by step: Step) -> Bool {
    switch (step.role, outcome) {
    case (_, .skipped): true
    case (.compileError, .compileFailed): true
    case (.compileError, _): false
    case (.trap, .failed(let failure)):
      [.trap, .uncaughtError, .exit].contains(failure.kind)
    case (.trap, _): false
    case (_, .succeeded): true
    case (_, .compileFailed), (_, .failed): false
    }
  }
}
