import Foundation
import Lessons
import Running

/// Prints a run's events for programs, one JSON object a line. Members:
///
///     event     started | text | error-text | display | progress | finished | figure
///     step      the step's id; of a figure the one that it names
///     line      started: the line of the step's fence; finished: where it failed; figure: where
///               it stands, with column
///     text      of text and error-text
///     data      of display: MIME type → data
///     fraction, label, figures   of progress; figures are [name, value] pairs
///     outcome   of finished: succeeded | compile-failed | failed | skipped
///     promised  of finished: did the step do what its fence promises?
///     message, kind   of a finished step that failed
///     output    of finished: the step's whole text output
///     cached, seconds, peakMemory   of finished
///     expression, written, value   of figure; message when something is wrong with it
final class JSONEvents {
  private struct Event: Encodable {
    var event: String
    var step: String?
    var line: Int?
    var column: Int?
    var text: String?
    var data: [String: String]?
    var fraction: Double?
    var label: String?
    var figures: [[String]]?
    var outcome: String?
    var promised: Bool?
    var kind: String?
    var message: String?
    var output: String?
    var expression: String?
    var written: String?
    var value: String?
    var cached: Bool?
    var seconds: Double?
    var peakMemory: Int?
  }

  private let lesson: Lesson
  private var awaited: String?
  private var current: String?
  private let encoder = JSONEncoder()

  init(lesson: Lesson, from first: String?) {
    self.lesson = lesson
    awaited = first
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func handle(_ event: RunEvent) {
    switch event {
    case .started(let step, _):
      if step.id == awaited { awaited = nil }
      current = step.id
      send(Event(event: "started", step: step.id, line: step.position.line))
    case .rehearsing: break
    case .text(let text): send(Event(event: "text", step: current, text: text))
    case .errorText(let text): send(Event(event: "error-text", step: current, text: text))
    case .display(let data): send(Event(event: "display", step: current, data: data))
    case .progress(let progress):
      send(
        Event(
          event: "progress", step: current, fraction: progress.fraction, label: progress.label,
          figures: progress.figures.map { [$0.name, $0.value] }))
    case .finished(let step, let run, let isCached):
      if step.id == awaited { awaited = nil }
      send(finished(step, run, isCached: isCached))
    }
  }

  /// A figure of the prose, after the run.
  func send(_ figure: Figure, _ run: FigureRun) {
    let problem = StepComplaints(lesson: lesson).of(figure, run)
    let position = problem?.position ?? figure.position
    var event = Event(
      event: "figure", step: figure.step, line: position.line, column: position.column,
      expression: figure.expression, written: figure.written)
    switch run.outcome {
    case .value(let text, let digits):
      (event.value, event.outcome) = (digits ?? text, problem == nil ? "succeeded" : "failed")
    case .failed: event.outcome = "failed"
    case .skipped(let reason): (event.outcome, event.message) = ("skipped", reason)
    }
    event.message = problem?.message ?? event.message
    send(event)
  }

  private func finished(_ step: Step, _ run: StepRun, isCached: Bool) -> Event {
    var event = Event(
      event: "finished", step: step.id, promised: run.isAsPromised(by: step),
      output: run.textOutput(of: step), cached: isCached, seconds: run.seconds,
      peakMemory: run.peakMemory)
    switch run.outcome {
    case .succeeded: event.outcome = "succeeded"
    case .skipped(let reason): (event.outcome, event.message) = ("skipped", reason)
    case .compileFailed(let diagnostics):
      let first = diagnostics.first { $0.severity == .error }
      (event.outcome, event.message) = ("compile-failed", first?.message)
      event.line = first?.position?.line
    case .failed(let failure):
      (event.outcome, event.message) = ("failed", failure.message)
      (event.kind, event.line) = (failure.kind.rawValue, failure.position?.line)
    }
    return event
  }

  private func send(_ event: Event) {
    guard awaited == nil, let data = try? encoder.encode(event) else { return }
    print(String(decoding: data, as: UTF8.self))
  }
}
