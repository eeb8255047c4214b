import Foundation
import Lessons
import Running

/// Shows a lesson's run in the terminal: each step's code, then what it does, live.
final class LessonPrinter {
  private let lesson: Lesson
  /// The first step to show; those before it only bring back the state.
  private var awaited: String?
  private let progress = ProgressLine()
  private let complaints: StepComplaints
  /// Output came live, so it is not printed again at the step's end.
  private var hasShownLive = false
  private var endsWithNewline = true

  init(_ lesson: Lesson, from first: String?) {
    self.lesson = lesson
    awaited = first
    complaints = StepComplaints(lesson: lesson)
  }

  func handle(_ event: RunEvent) {
    switch event {
    case .started(let step, let isReplay):
      if step.id == awaited { awaited = nil }
      if awaited != nil || isReplay {
        progress.show("bringing back the state: \(step.id)", urgent: true)
      } else {
        show(step)
        progress.show("\(step.id) is running", urgent: true)
      }
    case .rehearsing(let step, _): progress.show("\(step.id) is running", urgent: false)
    case .progress(let report): progress.show(report, of: "")
    case .text(let text): if awaited == nil { write(text) }
    case .display(let data): if awaited == nil { writeDisplay(data["text/plain"] ?? "") }
    case .errorText: break  // shown whole at the end: much of it is the runtime's
    case .finished(let step, let run, let isCached):
      if step.id == awaited { awaited = nil }
      progress.clear()
      guard awaited == nil else { return }
      finish(step, run, isCached: isCached)
    }
  }

  private func show(_ step: Step) {
    progress.clear()
    hasShownLive = false
    endsWithNewline = true
    let place = "\(lesson.path):\(step.position.line)"
    let room = max(0, min(Terminal.width, 80) - step.id.count - place.count - 5)
    print(Style.cyan("── \(step.id) " + String(repeating: "─", count: room) + " \(place)"))
    if step.visibility != .hidden {
      for line in step.code.split(separator: "\n", omittingEmptySubsequences: false) {
        print(line.isEmpty ? "" : "  " + Style.dim(String(line)))
      }
    }
  }

  private func write(_ text: String) {
    progress.clear()
    hasShownLive = true
    endsWithNewline = text.hasSuffix("\n")
    print(text.harmless, terminator: "")
    fflush(nil)
  }

  private func writeDisplay(_ text: String) {
    if !endsWithNewline { print() }
    let text = Terminal.isInteractive ? text.fittingTerminal(Terminal.width) : text
    write(text.hasSuffix("\n") ? text : text + "\n")
  }

  private func finish(_ step: Step, _ run: StepRun, isCached: Bool) {
    if isCached {
      show(step)
      writeCached(step, run)
    } else if step.role == .compileError || step.role == .trap {
      writeDisplay(ending(of: step, run))
    }
    if !endsWithNewline { print() }
    let errorText = run.errorText.trimmingCharacters(in: .newlines)
    if !errorText.isEmpty {
      Terminal.complain(Style.dim(errorText.harmless, when: Terminal.hasErrorColour))
    }
    let complaints = complaints.of(step, run)
    for complaint in complaints { Terminal.complain(complaint) }
    // The code alone has a blank line below it already.
    if hasShownLive || !complaints.isEmpty || !errorText.isEmpty { print() }
  }

  /// One output after the other, as they came live.
  private func writeCached(_ step: Step, _ run: StepRun) {
    if step.role == .compileError || step.role == .trap {
      writeDisplay(run.textOutput(of: step))
      return
    }
    for output in run.outputs {
      switch output {
      case .text(let text): write(text)
      case .display(let forms): writeDisplay(forms["text/plain"] ?? "")
      }
    }
  }

  /// What the text output of a step that must fail says after what it printed live.
  private func ending(of step: Step, _ run: StepRun) -> String {
    let whole = run.textOutput(of: step)
    guard hasShownLive else { return whole }
    return whole.split(separator: "\n").last.map(String.init) ?? ""
  }

  func end() { progress.clear() }
}
