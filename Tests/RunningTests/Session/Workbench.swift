import Foundation
import Lessons

@testable import Running

/// A whole lesson's text: front matter, and then `body`.
func document(_ body: String) -> String {
  "---\ntitle: A lesson\nsummary: One.\n---\n\n\(body)\n"
}

/// The fences of ordinary steps `a`, `b`, `c` …
func fences(_ codes: String...) -> String {
  document(
    zip("abcdefghij", codes).map { "```swift id=\($0)\n\($1)\n```" }.joined(separator: "\n\n"))
}

/// A cache of its own, in which lessons run. Steps can import Display only: they compile
/// faster.
final class Workbench {
  let folder: TestFolder
  var environment: RunEnvironment

  init() throws {
    folder = try TestFolder()
    environment = try RunEnvironment(
      executable: Workbench.products.appending(path: "lectern").path,
      cacheFolder: folder.path("cache"), preludeModules: ["Display"], stepModules: ["Display"])
  }

  /// Where the tests and the program are built.
  static let products: URL = {
    #if os(macOS)
      Bundle(for: Workbench.self).bundleURL.deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }()

  /// Runs a lesson in `session`, or in a new one; `observe` gets the printed text live,
  /// `observeDisplay` the text form of what is displayed.
  func run(
    _ source: String, in session: LessonSession? = nil, options: RunOptions = RunOptions(),
    observe: (String) -> Void = { _ in }, observeDisplay: (String) -> Void = { _ in }
  ) throws -> WatchedRun {
    let lesson = try LessonParser.parse(path: "Lessons/01-x.md", source: source)
    var events: [String] = []
    let session = session ?? LessonSession(environment: environment)
    let run = try session.run(lesson, options: options) { event in
      switch event {
      case .text(let text): observe(text)
      case .display(let data): observeDisplay(data["text/plain"] ?? "")
      case .started(let step, let isReplay), .rehearsing(let step, let isReplay):
        events.append((isReplay ? "replay " : "run ") + step.id)
      case .finished(let step, _, let isCached) where isCached: events.append("known \(step.id)")
      default: break
      }
    }
    return WatchedRun(lesson: lesson, run: run, events: events)
  }
}

/// A run, and what was to be seen of it on the way.
struct WatchedRun {
  var lesson: Lesson
  var run: LessonRun
  /// `run a`, `replay a`, `known a`.
  var events: [String]

  /// The steps whose code ran.
  var ran: [String] { events.filter { !$0.hasPrefix("known") } }

  /// What the step wrote.
  func output(_ id: String) -> String {
    zip(lesson.steps, run.steps).first { $0.0.id == id }.map { $1.textOutput(of: $0) } ?? "no step"
  }

  /// How the step ended, on which of its own lines: `trap 2: Index out of range`.
  func ending(_ id: String) -> String {
    guard let (step, run) = zip(lesson.steps, run.steps).first(where: { $0.0.id == id }) else {
      return "no step"
    }
    func line(_ position: SourcePosition?) -> String {
      position.map { "\($0.line - step.codeLine + 1)" } ?? "?"
    }
    switch run.outcome {
    case .succeeded: return "ok"
    case .skipped(let reason): return "skipped: \(reason)"
    case .failed(let failure):
      return ([failure] + failure.further).map {
        "\($0.kind.rawValue) \(line($0.position)): \($0.message)"
      }.joined(separator: "; ")
    case .compileFailed(let diagnostics):
      return diagnostics.map {
        "\($0.severity.rawValue) \(line($0.position)):\($0.position?.column ?? 0): \($0.message)"
      }.joined(separator: "; ")
    }
  }
}
