import Foundation
import Lessons
import Running

/// Remembers for `list` how each lesson's last whole run went. A convenience: losing it loses
/// nothing else.
struct RunLog {
  private struct Entry: Codable {
    var source: String
    var failures: Int
  }

  private let workspace: Workspace

  init(workspace: Workspace) { self.workspace = workspace }

  func note(_ lesson: Lesson, failures: Int) {
    let entry = Entry(source: fingerprint(lesson), failures: failures)
    guard let data = try? JSONEncoder().encode(entry) else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try? AtomicFile.write(data, to: path(lesson))
  }

  func state(of lesson: Lesson) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path(lesson))),
      let entry = try? JSONDecoder().decode(Entry.self, from: data)
    else { return "not yet" }
    let verdict = entry.failures == 0 ? "passed" : "\(entry.failures) failed"
    return entry.source == fingerprint(lesson) ? verdict : verdict + ", edited since"
  }

  private var folder: String { workspace.cacheFolder + "/last" }
  private func path(_ lesson: Lesson) -> String { "\(folder)/\(lesson.slug).json" }
  private func fingerprint(_ lesson: Lesson) -> String { TextDigest.of(lesson.source) }
}
