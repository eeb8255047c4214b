import Display
import Foundation
import Lessons
import Running

/// What the figures of a lesson rest on, and how to get them again. No times and no compiler's
/// version: they differ from build to build.
struct Receipt {
  let lesson: Lesson
  let run: LessonRun
  let version: String

  var markup: Markup {
    let data = run.dataFiles.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
    let rows =
      [row("Made with", .text("Lectern \(version)"))]
      + data.map { row("Data: \($0.name)", .element("code", [:], .text("SHA-256 \($0.sha256)"))) }
      + [
        row("All outputs", .element("code", [:], .text("SHA-256 \(digest)"))),
        row("Repeat the run", .element("code", [:], .text("./lectern run \(lesson.slug)"))),
      ]
    return .element(
      "section", ["class": "receipt", "aria-labelledby": PageAnchors.receipt],
      .element("h2", ["id": PageAnchors.receipt], .text("Receipt")),
      .element("dl", [:], rows))
  }

  private func row(_ term: String, _ value: Markup) -> Markup {
    .element(
      "div", [:], .element("dt", [:], .text(term)), .element("dd", [:], value))
  }

  /// Of the steps' names and of the text of all they put out that does not differ from run to
  /// run. Each part is preceded by its length, so that no two runs share one text.
  var digest: String {
    let varying = Set(
      lesson.steps.filter { $0.expected?.recordOfVaryingOutput != nil }.map(\.id))
    var hash = SHA256()
    func add(_ part: String) { hash.update(Data("\(part.utf8.count):\(part)".utf8)) }
    for step in lesson.steps where !varying.contains(step.id) {
      guard let run = run[step.id] else { continue }
      add(step.id)
      add(run.outcome.word)
      add(run.textOutput(of: step))
    }
    return hash.hexadecimal
  }
}

extension StepRun.Outcome {
  fileprivate var word: String {
    switch self {
    case .succeeded: "succeeded"
    case .compileFailed: "compile failed"
    case .failed(let failure): "failed: \(failure.kind.rawValue)"
    case .skipped: "skipped"
    }
  }
}
